/** The door: reads submissions, accepts them, serves results. */
@NullMarked
package io.renderyard.gateway;

import org.jspecify.annotations.NullMarked;
