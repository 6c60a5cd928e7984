package io.renderyard.conformance.walls.planted.db.setup;

import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;

/** The one key of the file of first credentials. */
@Keeps(Wall.VENDORS_END_AT_THE_DOOR)
record FirstTenant() {
    String key() {
        return "pictoryKey";
    }
}
