package io.renderyard.egress;

import java.io.EOFException;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * Reads bodies of answers. Of large ones, of which hundreds may come at once, a few are in hand at a time, and what is
 * made of them is worked out where others do not notice.
 */
final class LargeBodies {
    private static final int LARGE = 64 * 1024;

    /** Enough that a few slow ones do not hold up the others. */
    private static final int AT_ONCE = 4;

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
    <T> T read(ResponseBody body, long mostBytes, Function<byte[], T> reading) throws IOException, TooLargeException {
        long length = body.contentLength();
        BufferedSource source = body.source();
        if (length > mostBytes) {
            throw new TooLargeException();
        }
        // Who says how long it is, is not even begun before its turn.
        if (length < 0 ? !source.request(Math.min(mostBytes, LARGE) + 1) : length <= LARGE) {
            return reading.apply(source.readByteArray());
        }
        turns.acquireUninterruptibly();
        try {
            byte[] bytes = length < 0 ? atMost(source, mostBytes) : exactly(source, Math.toIntExact(length));
            return CompletableFuture.supplyAsync(() -> reading.apply(bytes), working)
                    .join();
        } catch (CompletionException e) {
            throw new IllegalStateException("a body was read in a way it must not", e.getCause());
        } finally {
            turns.release();
        }
    }

    private static byte[] atMost(BufferedSource source, long mostBytes) throws IOException, TooLargeException {
        if (source.request(mostBytes + 1)) {
            throw new TooLargeException();
        }
        return source.readByteArray();
    }

    /** Without a second copy of all of it in buffers. */
    private static byte[] exactly(BufferedSource source, int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int read = 0; read < length; ) {
            int here = source.read(bytes, read, length - read);
            if (here < 0) {
                throw new EOFException("the answer broke off after " + read + " of " + length + " bytes");
            }
            read += here;
        }
        return bytes;
    }

    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
