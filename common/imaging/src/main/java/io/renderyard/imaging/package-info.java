/** Pictures after the browser: decoded within limits, cropped, resized, encoded. */
@NullMarked
package io.renderyard.imaging;

import org.jspecify.annotations.NullMarked;
