package io.renderyard.conformance.walls.planted.storage.halfmarked;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;

/** A class of a package whose package-info says nothing of null. */
@Breaks(Wall.EVERY_PACKAGE_IS_NULL_MARKED)
record HalfMarked() {}
