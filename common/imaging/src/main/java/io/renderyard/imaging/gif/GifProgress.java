package io.renderyard.imaging.gif;

/** Is told how far the work is; what it throws ends the work. */
@FunctionalInterface
public interface GifProgress {
    GifProgress SILENT = (done, all) -> {};

    /** @param done frames, growing up to {@code all}; choosing the colours counts for half of each */
    void frames(int done, int all);
}
