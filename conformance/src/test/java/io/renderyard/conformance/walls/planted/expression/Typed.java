package io.renderyard.conformance.walls.planted.expression;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import tools.jackson.databind.JsonNode;

/** A value that knows how it came in. */
@Breaks(Wall.EXPRESSION_STANDS_ALONE)
record Typed(JsonNode value) {}
