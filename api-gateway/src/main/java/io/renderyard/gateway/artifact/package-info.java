/** Serves stored pictures. */
@NullMarked
package io.renderyard.gateway.artifact;

import org.jspecify.annotations.NullMarked;
