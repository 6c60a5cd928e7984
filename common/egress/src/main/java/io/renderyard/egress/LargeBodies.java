package io.renderyard.egress;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import okio.BufferedSource;

/**
 * Reads bodies of answers. Of large ones, of which hundreds may come at once, a few are in hand at a time, and what is
 * made of them is worked out where others do not notice.
 */
final class LargeBodies {
    private static final int LARGE = 64 * 1024;

    /** Enough that a few slow ones do not hold up the others. */
    private static final int AT_ONCE = 16;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Executor working;

    LargeBodies(Executor working) {
        this.working = working;
    }

    /** Others than these, which have turns of their own. */
    LargeBodies others() {
        return new LargeBodies(working);
    }

    /** @throws TooLargeException when there are more bytes than that */
    <T> T read(BufferedSource source, long mostBytes, Function<byte[], T> reading)
            throws IOException, TooLargeException {
        if (!source.request(Math.min(mostBytes, LARGE) + 1)) {
            return reading.apply(source.readByteArray());
        }
        turns.acquireUninterruptibly();
        try {
            if (source.request(mostBytes + 1)) {
                throw new TooLargeException();
            }
            byte[] bytes = source.readByteArray();
            return CompletableFuture.supplyAsync(() -> reading.apply(bytes), working)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a body was read in a way it must not", e.getCause());
        } finally {
            turns.release();
        }
    }

    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
