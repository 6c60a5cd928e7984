package io.renderyard.conformance.fault;

import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import io.renderyard.conformance.fault.proxy.LineFault;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;

/** Faults of other rows, one after the other, in an order that follows from a seed: each comes before any comes again. */
final class Chaos {
    private static final int WORKERS = 3;
    private static final int SLOTS = 4;
    private static final Duration RENDER = Duration.ofMillis(20);
    private static final Duration SILENCE = Duration.ofSeconds(8);
    private static final Duration FROZEN = Duration.ofSeconds(20);
    private static final Duration GRACE = Duration.ofSeconds(45);
    private static final int LONGEST_PAUSE_MILLIS = 2_000;

    private final Farm farm;
    private final Gateways gateways;
    private final Random random;
    private final List<FarmProcess> workers = new ArrayList<>();
    private final Set<Fault> kinds;
    private final List<Fault> coming = new ArrayList<>();
    private int started;
    private int faults;

    Chaos(Farm farm, Gateways gateways, Random random, Set<Fault> faults) {
        this.farm = farm;
        this.gateways = gateways;
        this.random = random;
        this.kinds = faults;
        for (int i = 0; i < WORKERS; i++) {
            workers.add(worker());
        }
        workers.forEach(FarmProcess::awaitReady);
    }

    enum Fault {
        /** Row 1. */
        GATEWAY_KILLED,
        /** Row 6. */
        BROKER_SILENT,
        /** Row 10. */
        WORKER_KILLED,
        /** Row 11. */
        WORKER_FROZEN,
        /** Row 17. */
        WORKER_STOPPED,
        /** Row 23. */
        RELAY_KILLED,
        /** Row 27. */
        DISPATCHER_KILLED
    }

    private FarmProcess worker() {
        return farm.worker("worker-" + ++started, Size.slots(SLOTS, RENDER));
    }

    /**
     * Goes on for so long, and until each fault has come at least once.
     *
     * @return how many there were
     */
    int lasting(Duration time) {
        Wait end = Wait.of(time);
        while (!end.isOver() || faults < kinds.size()) {
            if (coming.isEmpty()) {
                coming.addAll(kinds);
            }
            befall(coming.remove(random.nextInt(coming.size())));
            faults++;
            Wait.of(Duration.ofMillis(random.nextInt(LONGEST_PAUSE_MILLIS))).untilOver();
        }
        return faults;
    }

    private void befall(Fault fault) {
        switch (fault) {
            case GATEWAY_KILLED -> {
                gateways.killOne(random);
                gateways.replace();
            }
            case RELAY_KILLED -> {
                gateways.holdAndKillOne(random, random.nextBoolean() ? Point.AFTER_RING : Point.AFTER_CONFIRM);
                gateways.replace();
            }
            case BROKER_SILENT -> {
                farm.brokerLine().set(new LineFault.BlackHole());
                Wait.of(SILENCE).untilOver();
                farm.brokerLine().heal();
            }
            case WORKER_KILLED -> {
                take().kill();
                replace();
            }
            case WORKER_FROZEN -> {
                FarmProcess zombie = workers.get(random.nextInt(workers.size()));
                zombie.freeze();
                Wait.of(FROZEN).untilOver();
                zombie.thaw();
            }
            case WORKER_STOPPED -> {
                FarmProcess leaving = take();
                leaving.terminate();
                replace();
                leaving.awaitEnd(GRACE);
            }
            case DISPATCHER_KILLED -> farm.replaceDispatcher();
        }
    }

    private FarmProcess take() {
        return workers.remove(random.nextInt(workers.size()));
    }

    private void replace() {
        workers.add(worker().awaitReady());
    }
}
