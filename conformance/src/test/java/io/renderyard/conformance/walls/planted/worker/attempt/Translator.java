package io.renderyard.conformance.walls.planted.worker.attempt;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import io.renderyard.conformance.walls.planted.dialect.Wire;

/** A worker that sees a dialect. */
@Breaks(Wall.THE_TABLE)
record Translator(Wire wire) {}
