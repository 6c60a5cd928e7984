package io.renderyard.conformance.walls.planted.gateway.submission;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import org.springframework.dao.DataAccessException;

/** A database failure at the door. */
@Breaks(Wall.DATA_ACCESS_FAILURES_ARE_NAMED)
record Catching(DataAccessException failure) {}
