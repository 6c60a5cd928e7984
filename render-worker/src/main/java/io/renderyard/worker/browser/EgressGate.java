package io.renderyard.worker.browser;

import io.renderyard.egress.ListeningPort;
import java.util.List;

/** The only way out for one browser: a proxy on loopback that decides which hosts may be contacted. */
public interface EgressGate extends AutoCloseable {
    /** Makes the gate of one browser that is being started. */
    @FunctionalInterface
    interface Opener {
        /** @param port where the browser will look for its gate; closed with it */
        EgressGate open(ListeningPort port);
    }

    /** Where the proxy listens on 127.0.0.1 as the browser sees it; the same for the gate's whole life. */
    int port();

    /** False when it serves nobody any more; its browser is replaced then. */
    boolean isOpen();

    /**
     * Another render begins: it may have everything that one render may, and nothing that the one before has under way
     * or was refused is left.
     */
    void begin();

    /** The present render is over: nothing that it has under way goes on, and nothing begins before the next one. */
    void rest();

    /** Whether the present render had a tunnel, which is how a browser asks for what is under TLS. */
    boolean hasTunnelled();

    /** What the present render was not given because it had had enough; the latest ones, each once. */
    List<CutRequest> cuts();

    /** What was refused since the last call, oldest first; forgets it. */
    List<RefusedHost> drainRefusals();

    @Override
    void close();
}
