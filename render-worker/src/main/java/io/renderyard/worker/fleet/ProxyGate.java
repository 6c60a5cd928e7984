package io.renderyard.worker.fleet;

import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.EgressProxy;
import io.renderyard.worker.browser.EgressGate;
import io.renderyard.worker.browser.RefusedHost;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

/** A browser's way out is an egress proxy of its own, so that what was refused belongs to the page it draws. */
final class ProxyGate implements EgressGate {
    private final EgressProxy proxy;

    private ProxyGate(EgressProxy proxy) {
        this.proxy = proxy;
    }

    static ProxyGate open(EgressPolicy policy) {
        try {
            return new ProxyGate(new EgressProxy(policy));
        } catch (IOException e) {
            throw new UncheckedIOException("No port on 127.0.0.1 for a browser's egress proxy: " + e.getMessage(), e);
        }
    }

    @Override
    public int port() {
        return proxy.port();
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
