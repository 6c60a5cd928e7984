package io.renderyard.egress;

import java.io.EOFException;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.concurrent.Semaphore;
import java.util.function.Function;
import okhttp3.ResponseBody;
import okio.BufferedSource;

/**
 * Reads bodies of answers. Of large ones, of which hundreds may come at once, a few are in hand at a time, in memory
 * that the next ones are read into; what is made of them is worked out where others do not notice.
 */
final class LargeBodies {
    private static final int LARGE = 64 * 1024;

    /** Enough that a few slow ones do not hold up the others. */
    private static final int AT_ONCE = 4;

    /** A picture of 2048x2048 in Base64, mostly. What is larger is rare, and gets memory of its own. */
    private static final int KEPT = 8 * 1024 * 1024;

    private final Semaphore turns = new Semaphore(AT_ONCE, true);
    private final Memory memory = new Memory();
    private final Executor working;

    LargeBodies(Executor working) {
        this.working = working;
    }

    /** Others than these, which have turns of their own. */
    LargeBodies others() {
        return new LargeBodies(working);
    }

    /**
     * @param reading is lent the bytes, from the beginning of an array, and must not keep them
     * @throws TooLargeException when there are more bytes than that
     */
    <T> T read(ResponseBody body, long mostBytes, Function<ByteBuffer, T> reading)
            throws IOException, TooLargeException {
        long length = body.contentLength();
        BufferedSource source = body.source();
        if (length > mostBytes) {
            throw new TooLargeException();
        }
        // Who says how long it is, is not even begun before its turn.
        if (length < 0 ? !source.request(Math.min(mostBytes, LARGE) + 1) : length <= LARGE) {
            return reading.apply(ByteBuffer.wrap(source.readByteArray()));
        }
        turns.acquireUninterruptibly();
        try {
            ByteBuffer bytes = length < 0 ? atMost(source, mostBytes) : exactly(source, Math.toIntExact(length));
            T read = CompletableFuture.supplyAsync(() -> reading.apply(bytes), working)
                    .join();
            memory.giveBack(bytes.array());
            return read;
        } catch (CompletionException e) {
            throw new IllegalStateException("a body was read in a way it must not", e.getCause());
        } finally {
            turns.release();
        }
    }

    private ByteBuffer exactly(BufferedSource source, int length) throws IOException {
        byte[] bytes = memory.take(length);
        int read = fill(source, bytes, 0, length);
        if (read < length) {
            throw new EOFException("the answer broke off after " + read + " of " + length + " bytes");
        }
        return ByteBuffer.wrap(bytes, 0, length);
    }

    private ByteBuffer atMost(BufferedSource source, long mostBytes) throws IOException, TooLargeException {
        byte[] bytes = memory.take(LARGE);
        int read = 0;
        while (true) {
            read += fill(source, bytes, read, bytes.length);
            if (read > mostBytes) {
                throw new TooLargeException();
            }
            if (read < bytes.length) {
                return ByteBuffer.wrap(bytes, 0, read);
            }
            bytes = Arrays.copyOf(bytes, Math.toIntExact(Math.min(bytes.length * 2L, mostBytes + 1)));
        }
    }

    /** Until the array is full up to {@code to}, or there is no more. */
    private static int fill(BufferedSource source, byte[] bytes, int from, int to) throws IOException {
        int at = from;
        while (at < to) {
            int here = source.read(bytes, at, to - at);
            if (here < 0) {
                break;
            }
            at += here;
        }
        return at - from;
    }

    /**
     * Arrays that were read into before. Fresh memory of megabytes is what costs most when hundreds come at once: it has
     * to be cleared, and to be copied if it is in use while the young objects are collected. What nobody reads into for
     * long may be taken by whoever needs memory.
     */
    private static final class Memory {
        private final List<SoftReference<byte[]>> free = new ArrayList<>();

        /** At least so long, with anything in it. */
        synchronized byte[] take(int length) {
            while (!free.isEmpty()) {
                byte[] bytes = free.removeLast().get();
                if (bytes != null && bytes.length >= length) {
                    return bytes;
                }
            }
            // A little longer than needed, since the next one is hardly ever as long to the byte.
            return new byte[length > KEPT ? length : Math.min(KEPT, length + length / 4)];
        }

        synchronized void giveBack(byte[] bytes) {
            if (bytes.length <= KEPT) {
                free.add(new SoftReference<>(bytes));
            }
        }
    }

    static final class TooLargeException extends Exception {
        private static final long serialVersionUID = 1;
    }
}
