package io.renderyard.conformance.walls.planted.process.util;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;

/** A package that says nothing. */
@Breaks(Wall.NAMES_SAY_SOMETHING)
record Text() {}
