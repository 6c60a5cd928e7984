/** A render worker that is real in everything but the drawing. */
@NullMarked
package io.renderyard.bench.fake;

import org.jspecify.annotations.NullMarked;
