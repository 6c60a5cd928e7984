package io.renderyard.conformance.walls.planted.gateway.submission;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Spring's SQL at the door. */
@Breaks(Wall.SQL_ONLY_IN_DB)
record Templated(JdbcClient client) {}
