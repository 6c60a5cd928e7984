package io.renderyard.conformance.walls.planted.preview;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import tools.jackson.databind.JsonNode;

/** A picture that knows its job. */
@Breaks(Wall.PREVIEW_STANDS_ALONE)
record Painted(JsonNode job) {}
