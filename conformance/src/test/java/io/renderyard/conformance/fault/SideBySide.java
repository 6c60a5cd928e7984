package io.renderyard.conformance.fault;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.Tag;

/**
 * A row that mostly waits, for a lease or a heartbeat, and loads the machine little. The build runs such rows a few at a
 * time, and everything else alone.
 */
@Tag("side-by-side")
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@interface SideBySide {}
