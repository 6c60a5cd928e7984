package io.renderyard.conformance.fault.child;

import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.artifact.Stored;
import io.renderyard.kernel.render.Content;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/** A real store that has become slow, or does not answer any more. */
final class FaultyStore implements ArtifactStore {
    private static final long A_BYTE = TimeUnit.SECONDS.toNanos(1);

    private final ArtifactStore store;
    private final State state;

    FaultyStore(ArtifactStore store, State state) {
        this.store = store;
        this.state = state;
    }

    @Override
    public void store(ArtifactKey key, Content content) throws IOException {
        state.pass(content.size());
        store.store(key, content);
    }

    @Override
    public Optional<InputStream> find(ArtifactKey key, long offset) throws IOException {
        state.pass(0);
        return store.find(key, offset).map(Slow::new);
    }

    @Override
    public void delete(ArtifactKey key) throws IOException {
        state.pass(0);
        store.delete(key);
    }

    @Override
    public Stream<Stored> list() {
        try {
            state.pass(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return store.list();
    }

    private final class Slow extends FilterInputStream {
        Slow(InputStream bytes) {
            super(bytes);
        }

        @Override
        public int read() throws IOException {
            state.pass(1);
            return super.read();
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int most = state.isSlow() ? Math.min(length, 1) : length;
            state.pass(1);
            return super.read(into, offset, most);
        }
    }

    /** The fault of the moment, of all stores in a process. */
    static final class State {
        private final AtomicReference<StoreFault> fault = new AtomicReference<>(StoreFault.NONE);
        private final ReentrantLock lock = new ReentrantLock();
        private final Condition changed = lock.newCondition();

        void set(StoreFault next) {
            lock.lock();
            try {
                fault.set(next);
                changed.signalAll();
            } finally {
                lock.unlock();
            }
        }

        boolean isSlow() {
            return fault.get() == StoreFault.SLOW;
        }

        /** As long as so many bytes take, or until the fault is over. */
        void pass(long bytes) throws IOException {
            lock.lock();
            try {
                long left = bytes * A_BYTE;
                while (isSlow() && left > 0) {
                    left = changed.awaitNanos(left);
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new InterruptedIOException("interrupted at a slow store");
            } finally {
                lock.unlock();
            }
            if (fault.get() == StoreFault.GONE) {
                throw new IOException("the store is gone");
            }
        }
    }
}
