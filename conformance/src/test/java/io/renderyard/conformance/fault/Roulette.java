package io.renderyard.conformance.fault;

import io.renderyard.conformance.fault.farm.Farm;
import io.renderyard.conformance.fault.farm.FarmProcess;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;

/**
 * Starts and stops workers by chance, and always leaves some that serve. The more there are the likelier one goes, so that
 * a short game has about as many as a long one: what is measured is the coming and going, not a run of bad luck.
 */
final class Roulette implements AutoCloseable {
    static final int SLOTS = 4;
    static final Duration RENDER = Duration.ofMillis(200);

    private static final int FEWEST = 2;
    private static final int MOST = 6;

    private final Farm farm;
    private final RandomGenerator random;
    private final Map<String, String> settings = new HashMap<>(Size.slots(SLOTS, RENDER));
    private final List<FarmProcess> serving = new ArrayList<>();
    private final List<FarmProcess> leaving = new ArrayList<>();
    private int started;

    Roulette(Farm farm, RandomGenerator random) {
        this.farm = farm;
        this.random = random;
        settings.put("RENDERYARD_WORKER_DRAIN", "3s");
    }

    /** Ready workers, half-way between the fewest and the most. */
    void begin() {
        while (serving.size() < (FEWEST + MOST) / 2) {
            start();
        }
        serving.forEach(FarmProcess::awaitReady);
    }

    private void start() {
        serving.add(farm.worker("worker-" + ++started, settings));
    }

    /** One worker comes or goes, half of those that go without a word. */
    void spin() {
        if (random.nextInt(MOST - FEWEST) < MOST - serving.size()) {
            start();
        } else if (serving.stream().filter(FarmProcess::isReady).count() > FEWEST) {
            stop();
        }
    }

    private void stop() {
        FarmProcess gone = serving.remove(random.nextInt(serving.size()));
        if (random.nextBoolean()) {
            gone.kill();
        } else {
            gone.terminate();
            leaving.add(gone);
        }
    }

    @Override
    public void close() {
        serving.forEach(FarmProcess::close);
        leaving.forEach(FarmProcess::close);
    }
}
