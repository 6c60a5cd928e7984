package io.renderyard.worker.rendering;

import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the browser or a painter gave, which is not always the picture yet: the rest is done while the browser draws the
 * next page.
 * Whoever gets one closes it; what lies on disk is deleted then, and with the worker's run folder at the latest.
 */
public sealed interface Exposure extends AutoCloseable {
    @Override
    default void close() {}

    /** The picture itself. */
    record Finished(Picture picture) implements Exposure {}

    /** Exact pixels, still to be encoded. */
    @SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on once and never compared
    record Plate(byte[] png) implements Exposure {}

    /**
     * What a painter gave, from outside and of any format: still to be judged, brought to its size and encoded.
     *
     * @param size that it must have; its own when null
     */
    @SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on once and never compared
    record Canvas(byte[] bytes, Extent.@Nullable Still size) implements Exposure {}

    /**
     * A picture in parts that fit together without a gap: rows from top to bottom, each a list of PNG files from left to
     * right.
     *
     * @param width pixels of the whole
     * @param height pixels of the whole
     */
    record Mosaic(List<List<Path>> rows, int width, int height, Spool spool) implements Exposure {
        @Override
        public void close() {
            spool.close();
        }
    }

    /**
     * Frames of a moving picture, PNG files all of one size.
     *
     * @param delays how long each is shown
     */
    record Film(List<Path> frames, List<Duration> delays, Spool spool) implements Exposure {
        @Override
        public void close() {
            spool.close();
        }
    }

    /** PDF documents, one for each source, in their order. */
    record Sheets(List<byte[]> documents) implements Exposure {}
}
