package io.renderyard.conformance.walls.planted.gateway.face.hcti;

import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;

/** A vendor at its face. */
@Keeps(Wall.VENDORS_END_AT_THE_DOOR)
public record Routing(String hcti) {}
