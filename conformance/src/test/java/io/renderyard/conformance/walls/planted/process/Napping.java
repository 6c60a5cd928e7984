package io.renderyard.conformance.walls.planted.process;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import java.util.concurrent.TimeUnit;

/** Waits with a unit. */
@Breaks(Wall.NOTHING_SLEEPS)
final class Napping {
    private Napping() {}

    static void nap() throws InterruptedException {
        TimeUnit.SECONDS.sleep(1);
    }
}
