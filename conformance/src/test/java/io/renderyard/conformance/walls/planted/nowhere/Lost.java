package io.renderyard.conformance.walls.planted.nowhere;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;

/** In no module. */
@Breaks(Wall.THE_TABLE)
record Lost() {}
