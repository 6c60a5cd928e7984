package io.renderyard.conformance.walls.planted.process;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;

/** Waits with a thread. */
@Breaks(Wall.NOTHING_SLEEPS)
final class Dozing {
    private Dozing() {}

    static void doze() throws InterruptedException {
        Thread.sleep(1L);
    }
}
