package io.renderyard.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** Connects to the first judged address that answers. */
final class Dialler {
    private final EgressProxy proxy;
    private final Allowance allowance;
    private final JudgedSocketFactory sockets;

    Dialler(EgressProxy proxy, Allowance allowance) {
        this.proxy = proxy;
        this.allowance = allowance;
        sockets = new JudgedSocketFactory(proxy.policy());
    }

    /**
     * Tries the addresses in turn, each with a fair part of the time that is left.
     *
     * @return a connected socket, registered with the allowance
     * @throws SocketTimeoutException when the last one did not answer in time
     */
    Socket dial(Verdict.Allowed target) throws IOException {
        Duration bound = proxy.limits().connect();
        long deadline = System.nanoTime() + bound.toNanos();
        IOException last = new SocketTimeoutException("no time left to dial");
        int left = target.addresses().size();
        for (InetAddress address : target.addresses()) {
            long share = TimeUnit.NANOSECONDS.toMillis(deadline - System.nanoTime()) / left--;
            if (share < 1) {
                break;
            }
            Socket socket = sockets.createSocket();
            allowance.register(socket);
            try {
                socket.setTcpNoDelay(true);
                socket.connect(new InetSocketAddress(address, target.port()), Math.toIntExact(share));
                return socket;
            } catch (IOException e) {
                allowance.release(socket);
                last = e;
            }
        }
        throw last;
    }
}
