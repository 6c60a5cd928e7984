package io.renderyard.worker.fleet;

import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.EgressProxy;
import io.renderyard.egress.ListeningPort;
import io.renderyard.egress.TrafficLimits;
import io.renderyard.worker.browser.CutRequest;
import io.renderyard.worker.browser.EgressGate;
import io.renderyard.worker.browser.RefusedHost;
import java.util.List;

/** A browser's way out is an egress proxy of its own, so that what was refused belongs to the page it draws. */
final class ProxyGate implements EgressGate {
    private final EgressProxy proxy;
    private final TrafficLimits limits;

    /** @param limits of each render */
    ProxyGate(EgressPolicy policy, TrafficLimits limits, ListeningPort port) {
        this.proxy = new EgressProxy(policy, port);
        this.limits = limits;
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
    public void begin() {
        proxy.begin(limits);
    }

    @Override
    public void rest() {
        proxy.rest();
    }

    @Override
    public boolean hasTunnelled() {
        return proxy.hasTunnelled();
    }

    @Override
    public List<CutRequest> cuts() {
        return proxy.cuts().stream()
                .map(cut -> new CutRequest(cut.target(), cut.sentence()))
                .toList();
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
