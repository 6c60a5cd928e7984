package io.renderyard.conformance.walls.planted.process;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import org.springframework.stereotype.Service;

/** A public component that only its own package knows. */
@Breaks(Wall.COMPONENTS_STAY_AT_HOME)
@Service
public class Loud {}
