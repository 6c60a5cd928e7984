package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Spool;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Frames on their way to disk. A frame that looks like the one before only lengthens it. For one thread. */
final class Reel {
    private final Shutter shutter;
    private final Studio studio;
    private final Spool spool;
    private final List<Path> frames = new ArrayList<>();
    private final List<Duration> delays = new ArrayList<>();
    private byte[] last = {};

    /** Captures the page as it is now. */
    interface Shutter {
        byte[] take() throws DevToolsException, InterruptedException;
    }

    Reel(Shutter shutter, Studio studio, Spool spool) {
        this.shutter = shutter;
        this.studio = studio;
        this.spool = spool;
    }

    /** @param shown how long the frame is seen */
    void take(Duration shown) throws DevToolsException, RenderException, InterruptedException {
        add(shoot(), shown);
    }

    byte[] shoot() throws DevToolsException, InterruptedException {
        return shutter.take();
    }

    void add(byte[] frame, Duration shown) throws RenderException {
        if (Arrays.equals(frame, last)) {
            delays.set(delays.size() - 1, delays.getLast().plus(shown));
            return;
        }
        frames.add(studio.spooled(spool, frame));
        delays.add(shown);
        last = frame;
    }

    /** @throws RenderException when all frames look the same */
    Exposure film() throws RenderException {
        if (frames.size() < 2) {
            throw new RenderException(
                    FailureCode.NOTHING_MOVES,
                    "Nothing on the page moved while its frames were taken. Use a page with an animation, a longer time,"
                            + " or a still format.");
        }
        return new Exposure.Film(List.copyOf(frames), List.copyOf(delays), spool);
    }
}
