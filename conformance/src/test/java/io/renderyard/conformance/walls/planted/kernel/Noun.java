package io.renderyard.conformance.walls.planted.kernel;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import io.renderyard.conformance.walls.planted.db.Row;

/** A noun that knows its row. */
@Breaks({Wall.THE_TABLE, Wall.KERNEL_STANDS_ALONE})
public record Noun(Row row) {}
