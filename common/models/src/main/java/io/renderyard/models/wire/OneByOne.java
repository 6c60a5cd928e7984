package io.renderyard.models.wire;

import java.util.concurrent.Semaphore;
import java.util.function.Supplier;

/** Large answers are worked out one after the other: hundreds may come at once, and others want the processor, too. */
final class OneByOne {
    private static final int LARGE = 64 * 1024;
    private static final Semaphore TURN = new Semaphore(1, true);

    private OneByOne() {}

    static <T> T of(int size, Supplier<T> work) {
        if (size < LARGE) {
            return work.get();
        }
        TURN.acquireUninterruptibly();
        try {
            return work.get();
        } finally {
            TURN.release();
        }
    }
}
