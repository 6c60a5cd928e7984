package io.renderyard.conformance.walls.planted.kernel;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import org.slf4j.Logger;

/** A noun that logs. */
@Breaks(Wall.KERNEL_STANDS_ALONE)
record Logged(Logger log) {}
