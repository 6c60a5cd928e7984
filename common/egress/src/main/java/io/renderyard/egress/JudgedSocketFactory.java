package io.renderyard.egress;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.util.Optional;
import javax.net.SocketFactory;

/**
 * Hands out sockets that look once more at the address they are told to dial. The address was judged long before;
 * this is the last door, for the day a library finds another way to it.
 */
final class JudgedSocketFactory extends SocketFactory {
    private final EgressPolicy policy;

    JudgedSocketFactory(EgressPolicy policy) {
        this.policy = policy;
    }

    @Override
    public Socket createSocket() {
        return new JudgedSocket(policy);
    }

    @Override
    public Socket createSocket(String host, int port) throws IOException {
        throw new RefusedDial("a socket must be given an address, not the name " + host);
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) throws IOException {
        return createSocket(host, port);
    }

    @Override
    public Socket createSocket(InetAddress host, int port) throws IOException {
        Socket socket = createSocket();
        socket.connect(new InetSocketAddress(host, port));
        return socket;
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort)
            throws IOException {
        return createSocket(address, port);
    }

    /** Not an UnknownHostException: it must not look like a passing fault. */
    static final class RefusedDial extends IOException {
        private static final long serialVersionUID = 1;

        RefusedDial(String message) {
            super(message);
        }
    }

    private static final class JudgedSocket extends Socket {
        private final EgressPolicy policy;

        JudgedSocket(EgressPolicy policy) {
            this.policy = policy;
        }

        @Override
        public void connect(SocketAddress endpoint, int timeout) throws IOException {
            if (!(endpoint instanceof InetSocketAddress inet) || inet.getAddress() == null) {
                throw new RefusedDial("not a resolved address: " + endpoint);
            }
            Optional<String> objection = policy.objectionTo(inet.getAddress());
            if (objection.isPresent()) {
                throw new RefusedDial(inet.getAddress().getHostAddress() + " is " + objection.get());
            }
            super.connect(endpoint, timeout);
        }
    }
}
