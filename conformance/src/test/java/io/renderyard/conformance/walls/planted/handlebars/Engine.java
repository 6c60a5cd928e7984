package io.renderyard.conformance.walls.planted.handlebars;

import com.github.jknack.handlebars.Handlebars;
import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;

/** The library at home. */
@Keeps(Wall.HANDLEBARS_ONLY_IN_ITS_MODULE)
record Engine(Handlebars library) {}
