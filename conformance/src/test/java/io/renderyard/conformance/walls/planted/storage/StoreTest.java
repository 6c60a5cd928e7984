package io.renderyard.conformance.walls.planted.storage;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;

/** Named like a test. */
@Breaks(Wall.NO_TESTS_IN_MAIN)
record StoreTest() {}
