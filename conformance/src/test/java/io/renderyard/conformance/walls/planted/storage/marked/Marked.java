package io.renderyard.conformance.walls.planted.storage.marked;

import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;

/** A class of a marked package. */
@Keeps(Wall.EVERY_PACKAGE_IS_NULL_MARKED)
record Marked() {}
