package io.renderyard.conformance.walls.planted.storage;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import org.assertj.core.api.Assert;

/** Uses a test library. */
@Breaks(Wall.NO_TESTS_IN_MAIN)
record Asserting(Assert<?, ?> check) {}
