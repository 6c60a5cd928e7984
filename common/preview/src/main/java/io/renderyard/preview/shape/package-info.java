/** One small drawing for each kind of thing. */
@NullMarked
package io.renderyard.preview.shape;

import org.jspecify.annotations.NullMarked;
