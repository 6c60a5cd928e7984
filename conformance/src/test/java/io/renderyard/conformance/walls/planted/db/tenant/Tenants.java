package io.renderyard.conformance.walls.planted.db.tenant;

import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;

/** The prefix where it is allowed. */
@Keeps(Wall.VENDORS_END_AT_THE_DOOR)
record Tenants() {
    String prefix() {
        return "pictai";
    }
}
