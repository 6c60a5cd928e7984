package io.renderyard.conformance.walls.planted.dialect;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import org.springframework.stereotype.Controller;

/** A dialect that routes. */
@Breaks(Wall.DIALECT_IS_PURE)
record Routed(Controller controller) {}
