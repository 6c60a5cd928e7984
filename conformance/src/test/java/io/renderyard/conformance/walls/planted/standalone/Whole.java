package io.renderyard.conformance.walls.planted.standalone;

import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;
import io.renderyard.conformance.walls.planted.dialect.Wire;
import io.renderyard.conformance.walls.planted.worker.Told;

/** May know all. */
@Keeps(Wall.THE_TABLE)
record Whole(Told told, Wire wire) {}
