package io.renderyard.worker.rendering;

/** Is told how far a render has come. Called on the thread that draws: be short. */
@FunctionalInterface
public interface ProgressListener {
    /**
     * @param done frames of a moving picture, or sources of a document, that are done
     * @param of all of them; at least {@code done}
     */
    void progressed(int done, int of);
}
