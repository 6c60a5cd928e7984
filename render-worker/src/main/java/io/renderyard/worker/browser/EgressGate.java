package io.renderyard.worker.browser;

import java.util.List;

/** The only way out for one browser: a proxy on loopback that decides which hosts may be contacted. */
public interface EgressGate extends AutoCloseable {
    /** Where the proxy listens on 127.0.0.1; the same for the gate's whole life. */
    int port();

    /** What was refused since the last call, oldest first; forgets it. */
    List<RefusedHost> drainRefusals();

    @Override
    void close();
}
