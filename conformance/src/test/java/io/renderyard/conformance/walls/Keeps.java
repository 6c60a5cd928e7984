package io.renderyard.conformance.walls;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a planted class that stands just inside these walls: the same deed where it is allowed. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Keeps {
    Wall[] value();
}
