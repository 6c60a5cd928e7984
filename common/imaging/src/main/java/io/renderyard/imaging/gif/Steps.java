package io.renderyard.imaging.gif;

/** Counts both passes as one. */
final class Steps {
    private final GifProgress progress;
    private final int steps;
    private final int frames;
    private int taken;
    private int told;

    /** @param shown number of frames that each pass reads, of all {@code frames} */
    Steps(GifProgress progress, int shown, int frames) {
        this.progress = progress;
        this.steps = 2 * shown;
        this.frames = frames;
    }

    void done() {
        int done = (int) ((long) ++taken * frames / steps);
        if (done > told) {
            told = done;
            progress.frames(done, frames);
        }
    }
}
