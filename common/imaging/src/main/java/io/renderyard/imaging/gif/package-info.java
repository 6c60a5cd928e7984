/** Animated GIF: few colours chosen well, and of each frame only what changed. */
@NullMarked
package io.renderyard.imaging.gif;

import org.jspecify.annotations.NullMarked;
