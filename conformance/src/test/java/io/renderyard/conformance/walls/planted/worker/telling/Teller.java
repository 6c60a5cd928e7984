package io.renderyard.conformance.walls.planted.worker.telling;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import io.renderyard.conformance.walls.planted.worker.Told;

/** The other half. */
@Breaks(Wall.NO_CYCLES)
public record Teller(Told told) {}
