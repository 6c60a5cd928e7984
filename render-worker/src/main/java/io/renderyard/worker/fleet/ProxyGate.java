package io.renderyard.worker.fleet;

import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.EgressProxy;
import io.renderyard.egress.ListeningPort;
import io.renderyard.worker.browser.EgressGate;
import io.renderyard.worker.browser.RefusedHost;
import java.util.List;

/** A browser's way out is an egress proxy of its own, so that what was refused belongs to the page it draws. */
final class ProxyGate implements EgressGate {
    private final EgressProxy proxy;

    ProxyGate(EgressPolicy policy, ListeningPort port) {
        this.proxy = new EgressProxy(policy, port);
    }

    @Override
    public int port() {
        return proxy.port();
    }

    @Override
    public boolean isOpen() {
        return proxy.isOpen();
    }

    @Override
    public List<RefusedHost> drainRefusals() {
        return proxy.drainRefusals().stream()
                .map(refusal -> new RefusedHost(refusal.host(), refusal.port()))
                .toList();
    }

    @Override
    public void close() {
        proxy.close();
    }
}
