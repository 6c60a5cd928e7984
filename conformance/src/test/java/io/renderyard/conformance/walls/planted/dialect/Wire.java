package io.renderyard.conformance.walls.planted.dialect;

import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;

/** A vendor's name in its dialect. */
@Keeps({Wall.VENDORS_END_AT_THE_DOOR, Wall.DIALECT_IS_PURE})
public record Wire(String pictify) {}
