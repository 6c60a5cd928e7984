package io.renderyard.conformance.walls.planted.storage.unmarked;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;

/** A class of a package without package-info. */
@Breaks(Wall.EVERY_PACKAGE_IS_NULL_MARKED)
record Unmarked() {}
