package io.renderyard.conformance.walls;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a planted class that these walls must report. */
@Retention(RetentionPolicy.RUNTIME)
public @interface Breaks {
    Wall[] value();
}
