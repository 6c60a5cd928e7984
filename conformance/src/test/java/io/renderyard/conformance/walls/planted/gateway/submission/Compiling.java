package io.renderyard.conformance.walls.planted.gateway.submission;

import com.github.jknack.handlebars.Handlebars;
import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;

/** Templates with everything that the library brings. */
@Breaks(Wall.HANDLEBARS_ONLY_IN_ITS_MODULE)
record Compiling(Handlebars library) {}
