package io.renderyard.conformance.walls.planted.gateway.submission;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import io.renderyard.conformance.walls.planted.gateway.face.hcti.Routing;

/** A feature that names a vendor's face. */
@Breaks(Wall.VENDORS_END_AT_THE_DOOR)
record Wired(Routing routing) {}
