package io.renderyard.conformance.walls.planted.process;

import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;
import org.springframework.stereotype.Component;

/** A name that only looks like it, and a component at home. */
@Keeps({Wall.NAMES_SAY_SOMETHING, Wall.COMPONENTS_STAY_AT_HOME})
@Component
record Implied() {}
