package io.renderyard.kernel.job;

/**
 * How far an attempt has come, in steps of its own, such as the frames of a moving picture.
 *
 * @param done 0 to {@code of}
 * @param of at least 1
 */
public record Progress(int done, int of) {
    public Progress {
        if (of < 1 || done < 0 || done > of) {
            throw new IllegalArgumentException("no progress: " + done + " of " + of);
        }
    }
}
