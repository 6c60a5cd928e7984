package io.renderyard.dialect.pictify;

import io.renderyard.kernel.artifact.ArtifactCatalogue;
import java.time.Duration;

/**
 * A preview, all of it in the answer; section 7.7.
 *
 * @param dataUrl the picture as a {@code data:} URL
 * @param width pixels
 * @param height pixels
 * @param format as the client named it
 * @param renderId the picture's id
 * @param totalMs milliseconds
 */
public record PreviewView(
        String dataUrl, int width, int height, String format, String renderId, Timings timings, long totalMs) {
    /**
     * Milliseconds.
     *
     * @param compileMs reading the template and filling it in
     * @param renderMs drawing it, with waiting for a browser
     * @param encodeMs making the data URL
     */
    public record Timings(long compileMs, long renderMs, long encodeMs) {
        public static Timings of(Duration compile, Duration render, Duration encode) {
            return new Timings(compile.toMillis(), render.toMillis(), encode.toMillis());
        }
    }

    public static PreviewView of(ArtifactCatalogue.Entry picture, String dataUrl, String format, Timings timings) {
        return new PreviewView(
                dataUrl,
                picture.artifact().extent().width(),
                picture.artifact().extent().height(),
                format,
                picture.artifact().id().toString(),
                timings,
                timings.compileMs() + timings.renderMs() + timings.encodeMs());
    }
}
