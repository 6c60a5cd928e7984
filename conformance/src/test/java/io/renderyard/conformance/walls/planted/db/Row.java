package io.renderyard.conformance.walls.planted.db;

import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;
import java.sql.Connection;
import org.springframework.dao.DataAccessException;

/** SQL where it lives. */
@Keeps({Wall.SQL_ONLY_IN_DB, Wall.DATA_ACCESS_FAILURES_ARE_NAMED})
public record Row(Connection connection, DataAccessException failure) {}
