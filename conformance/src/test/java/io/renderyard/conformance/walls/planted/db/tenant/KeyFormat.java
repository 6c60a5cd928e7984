package io.renderyard.conformance.walls.planted.db.tenant;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;

/** A prefix is allowed here, a vendor's name is not. */
@Breaks(Wall.VENDORS_END_AT_THE_DOOR)
record KeyFormat() {
    String key() {
        return "pictoryKey";
    }
}
