package io.renderyard.conformance.walls.planted.worker;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import io.renderyard.conformance.walls.planted.worker.telling.Teller;

/** Half of a cycle. */
@Breaks(Wall.NO_CYCLES)
public record Told(Teller teller) {}
