package io.renderyard.conformance.walls.planted.process;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;

/** A name that says nothing. */
@Breaks(Wall.NAMES_SAY_SOMETHING)
record JobReaderImpl() {}
