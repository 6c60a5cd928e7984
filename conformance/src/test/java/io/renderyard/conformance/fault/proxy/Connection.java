package io.renderyard.conformance.fault.proxy;

import io.renderyard.conformance.fault.proxy.LineFault.Direction;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;

/** One connection of a process, and ours to its server. */
record Connection(Socket from, Socket to, Line line) {
    private static final int CHUNK = 16_384;

    /** To the first of these ports of 127.0.0.1 that is there; unconnected when none is. */
    static Socket toFirstOf(List<Integer> servers, int millis) {
        for (int server : servers) {
            Socket socket = new Socket();
            try {
                socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server), millis);
                return socket;
            } catch (IOException notThere) {
                reset(socket);
            }
        }
        return new Socket();
    }

    /** Carries bytes both ways until both ends have said theirs, or one is gone. */
    void carry() throws InterruptedException {
        Thread out = Thread.ofVirtual().name("proxy-out").start(() -> pump(from, to, Direction.OUT));
        pump(to, from, Direction.BACK);
        out.join();
    }

    private void pump(Socket source, Socket target, Direction direction) {
        try {
            InputStream in = source.getInputStream();
            OutputStream out = target.getOutputStream();
            Line.Counter counter = new Line.Counter();
            byte[] chunk = new byte[CHUNK];
            for (int read = in.read(chunk); read >= 0; read = in.read(chunk)) {
                pass(chunk, read, out, direction, counter);
            }
            // An end is news too, and does not get through a hole.
            Line.Passage _ = line.passage(direction, 1, counter);
            target.shutdownOutput();
        } catch (IOException gone) {
            reset();
        } catch (InterruptedException e) {
            reset();
            Thread.currentThread().interrupt();
        }
    }

    private void pass(byte[] chunk, int read, OutputStream out, Direction direction, Line.Counter counter)
            throws IOException, InterruptedException {
        for (int done = 0; done < read; ) {
            Line.Passage passage = line.passage(direction, read - done, counter);
            switch (passage.verdict()) {
                case FORWARD -> {
                    out.write(chunk, done, passage.bytes());
                    counter.add(passage.bytes());
                }
                case LOSE -> {}
                case RESET -> throw new SocketException("cut");
            }
            done += passage.bytes();
        }
    }

    /** Ends both sides at once, without a word. */
    void reset() {
        reset(from);
        reset(to);
    }

    private static void reset(Socket socket) {
        try {
            socket.setSoLinger(true, 0);
            socket.close();
        } catch (IOException closed) {
            // It is gone, which is what we want.
        }
    }
}
