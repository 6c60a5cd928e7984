package io.renderyard.conformance.fault;

import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmClient;
import io.renderyard.conformance.fault.farm.FarmProcess;
import io.renderyard.conformance.fault.proxy.Balancer;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Two gateways behind one address, of which a test kills one after the other. */
final class Gateways implements AutoCloseable {
    private static final int COUNT = 2;
    private static final Duration REACHED = Duration.ofSeconds(10);

    private final Farm farm;
    private final Balancer balancer = new Balancer();
    private final List<FarmProcess> alive = new ArrayList<>();
    private int started;

    Gateways(Farm farm) {
        this.farm = farm;
        List<FarmProcess> starting = new ArrayList<>();
        for (int i = 0; i < COUNT; i++) {
            starting.add(begin());
        }
        starting.forEach(this::open);
    }

    private FarmProcess begin() {
        return farm.gateway("door-" + ++started, Map.of());
    }

    private synchronized void open(FarmProcess gateway) {
        balancer.add(gateway.awaitReady().port());
        balancer.cut();
        alive.add(gateway);
    }

    FarmClient client() throws IOException {
        return farm.client(balancer.port());
    }

    /** {@code kill -9}; those who are connected to it find out by themselves. */
    synchronized void killOne(Random random) {
        FarmProcess victim = alive.remove(random.nextInt(alive.size()));
        victim.kill();
        balancer.remove(victim.port());
    }

    /** As soon as one of its rings has come to this point, or without that when nobody submits any more. */
    synchronized void holdAndKillOne(Random random, Point point) {
        FarmProcess victim = alive.remove(random.nextInt(alive.size()));
        victim.hold(point);
        Wait patience = Wait.of(REACHED);
        await("a ring is at hand")
                .atMost(REACHED.multipliedBy(2))
                .until(() ->
                        patience.isOver() || !victim.signs(News.REACHED, point).isEmpty());
        victim.kill();
        balancer.remove(victim.port());
    }

    /** Another one in the place of one that was killed; it serves when this returns. */
    void replace() {
        open(begin());
    }

    @Override
    public void close() {
        balancer.close();
    }
}
