package io.renderyard.conformance.walls.planted.worker.attempt;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import io.renderyard.conformance.walls.planted.dialect.Wire;

/** A worker that sees a dialect through an array. */
@Breaks(Wall.THE_TABLE)
record Many(Wire[] wires) {}
