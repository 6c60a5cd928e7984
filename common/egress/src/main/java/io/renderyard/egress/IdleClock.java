package io.renderyard.egress;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;

/** When a byte last moved between two sockets, in either direction. One silent direction is no idleness. */
final class IdleClock {
    private final long bound;
    private final AtomicLong lastMove = new AtomicLong(System.nanoTime());

    IdleClock(Duration bound) {
        this.bound = bound.toNanos();
    }

    /** The socket's bytes; reading fails with a time-out when neither socket has moved for the bound. */
    InputStream watch(Socket socket) throws IOException {
        socket.setSoTimeout((int) Math.clamp(bound / 2_000_000, 1, Integer.MAX_VALUE));
        return new Watched(socket.getInputStream());
    }

    private void moved() {
        lastMove.set(System.nanoTime());
    }

    private boolean isOver() {
        return System.nanoTime() - lastMove.get() >= bound;
    }

    private final class Watched extends BlockInputStream {
        private final InputStream in;

        Watched(InputStream in) {
            this.in = in;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            while (true) {
                try {
                    int count = in.read(buffer, offset, length);
                    moved();
                    return count;
                } catch (SocketTimeoutException e) {
                    if (isOver()) {
                        throw e;
                    }
                }
            }
        }
    }
}
