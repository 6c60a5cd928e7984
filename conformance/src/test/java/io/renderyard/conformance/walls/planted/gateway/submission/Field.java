package io.renderyard.conformance.walls.planted.gateway.submission;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;

/** A vendor in a field name. */
@Breaks(Wall.VENDORS_END_AT_THE_DOOR)
record Field(String hctiId) {}
