package io.renderyard.bench.fake;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.ProgressListener;
import io.renderyard.worker.rendering.Renderer;
import io.renderyard.worker.rendering.Rendering;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.MDC;

/**
 * Draws nothing and takes a fixed time for it. Whatever was asked for, the picture is a PNG of one pixel that carries
 * the {@link Stamp} of the attempt.
 */
final class FakeRenderer implements Renderer {
    private static final Extent PIXEL = new Extent.Still(1, 1);

    private final Duration duration;

    FakeRenderer(Duration duration) {
        this.duration = duration;
    }

    /** Runs on the attempt's thread, so the log's context says whose picture this is. */
    @Override
    public Rendering draw(RenderSpec spec, Duration atMost, ProgressListener progress) throws InterruptedException {
        pass();
        Stamp stamp = new Stamp(String.valueOf(MDC.get("job")), Integer.parseInt(String.valueOf(MDC.get("attempt"))));
        Picture picture = new Picture(stamp.picture(), new PictureFormat.Png(), PIXEL);
        return new Rendering(new Exposure.Finished(picture), receipt());
    }

    private void pass() throws InterruptedException {
        if (duration.isPositive()) {
            boolean unused = new CountDownLatch(1).await(duration.toNanos(), TimeUnit.NANOSECONDS);
        }
    }

    private Receipt receipt() {
        List<Receipt.Step> steps = List.of(new Receipt.Step("capture", duration));
        return new Receipt("", "about:blank", null, steps, List.of(), List.of(), List.of(), "none", "", Set.of());
    }
}
