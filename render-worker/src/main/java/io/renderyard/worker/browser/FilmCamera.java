package io.renderyard.worker.browser;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.PictureFormat.Gif;
import io.renderyard.kernel.render.PictureFormat.Motion;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Spool;
import java.time.Duration;

/** Takes the frames of a moving picture. */
record FilmCamera(RenderSpec spec, Gif gif, Studio studio) {
    /** Larger moving pictures are scaled down: each frame costs what a picture of that size does. */
    private static final SizeLimit LARGEST = new SizeLimit(2_000, 2_000);

    /** How long a page is recorded when nobody says. */
    private static final Duration UNTOLD = Duration.ofSeconds(3);

    private static final double NANOS = 1e9;

    Exposure take(Tab tab) throws DevToolsException, RenderException, InterruptedException {
        Timeline timeline = new Timeline(tab, studio.deadline());
        Timeline.Length found = gif.motion() == Motion.RECORDING ? Timeline.Length.NONE : timeline.stop();
        if (found.isNone() && gif.motion() == Motion.TIMELINE) {
            throw new RenderException(
                    FailureCode.NOTHING_MOVES,
                    "The page has no CSS or Web Animations whose time could be set. Use a page that moves, or record it.");
        }
        Spool spool = studio.spool();
        try {
            Reel reel = new Reel(shutter(tab), studio, spool);
            return found.isNone() ? record(tab, reel) : seek(timeline, found, reel);
        } catch (DevToolsException | RenderException | InterruptedException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }

    /** The same frames every time, however long each takes. */
    private Exposure seek(Timeline timeline, Timeline.Length found, Reel reel)
            throws DevToolsException, RenderException, InterruptedException {
        Duration length = shortest(gif.length() == null ? found.round() : gif.length(), gif.longest());
        int frames = frames(length);
        for (int frame = 0; frame < frames; frame++) {
            timeline.seek(at(frame));
            reel.take(at(frame + 1).minus(at(frame)));
            studio.progress().progressed(frame + 1, frames);
        }
        if (!found.endless()) {
            timeline.seek(length);
            reel.take(interval());
        }
        return reel.film();
    }

    /** The page runs on meanwhile: a frame that comes late is shown for as long as it took. */
    private Exposure record(Tab tab, Reel reel) throws DevToolsException, RenderException, InterruptedException {
        studio.notes().flag(Receipt.Flag.RECORDED);
        Duration length = shortest(gif.length() == null ? UNTOLD : gif.length(), gif.longest());
        int frames = frames(length);
        long begin = System.nanoTime();
        long shown = begin;
        while (shown - begin < length.toNanos()) {
            long due = shown + interval().toNanos();
            byte[] frame = reel.shoot();
            tab.live(Duration.ofNanos(Math.max(0, due - System.nanoTime())), studio.deadline());
            long now = Math.max(due, System.nanoTime());
            reel.add(frame, Duration.ofNanos(now - shown));
            shown = now;
            int over = (int) Math.round((shown - begin) * gif.framesPerSecond() / NANOS);
            studio.progress().progressed(Math.min(over, frames), frames);
        }
        return reel.film();
    }

    private int frames(Duration length) {
        return Math.max(1, (int) Math.round(length.toNanos() * gif.framesPerSecond() / NANOS));
    }

    private Duration at(int frame) {
        return Duration.ofNanos(Math.round(frame * NANOS / gif.framesPerSecond()));
    }

    private Duration interval() {
        return at(1);
    }

    private static Duration shortest(Duration one, Duration other) {
        return one.compareTo(other) < 0 ? one : other;
    }

    private Reel.Shutter shutter(Tab tab) throws DevToolsException, RenderException, InterruptedException {
        Box box = new Geometry(spec, studio.deadline()).box(tab);
        double scale = Math.min(
                SizeFit.of(box, spec.viewport().deviceScale(), LARGEST),
                SizeFit.of(box, spec.viewport().deviceScale(), spec.framing().limit()));
        if (scale < 1) {
            studio.notes().flag(Receipt.Flag.SCALED_DOWN);
        }
        Captor captor = new Captor(spec, tab, studio.deadline());
        return () -> captor.take(Captor.exact(), box, scale);
    }
}
