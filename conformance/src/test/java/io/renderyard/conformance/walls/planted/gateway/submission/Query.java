package io.renderyard.conformance.walls.planted.gateway.submission;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import java.sql.Connection;

/** SQL at the door. */
@Breaks(Wall.SQL_ONLY_IN_DB)
record Query(Connection connection) {}
