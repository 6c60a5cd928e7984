package io.renderyard.conformance.walls.planted.gateway.submission;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import jakarta.persistence.Entity;

/** JPA at the door. */
@Breaks(Wall.SQL_ONLY_IN_DB)
@Entity
record Mapped() {}
