package io.renderyard.worker.browser;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** The loopback interface as one browser sees it. */
sealed interface Loopback extends AutoCloseable permits Loopback.OfTheMachine, OwnLoopback {
    /** Listens on any free port of 127.0.0.1. */
    ServerSocket listen() throws IOException;

    /** To be connected to a port of 127.0.0.1. */
    Socket socket() throws IOException;

    @Override
    void close();

    /** Shared with everybody on this machine. */
    record OfTheMachine() implements Loopback {
        @Override
        public ServerSocket listen() throws IOException {
            ServerSocket socket = new ServerSocket();
            socket.bind(anyPort(), 128);
            return socket;
        }

        @Override
        public Socket socket() throws IOException {
            Socket socket = new Socket();
            socket.bind(anyPort());
            return socket;
        }

        @Override
        public void close() {
            // It is not ours.
        }

        private static InetSocketAddress anyPort() throws IOException {
            return new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0);
        }
    }
}
