/** Pictures with a lasting address: what they are drawn from is kept, so that they can be drawn again. */
@NullMarked
package io.renderyard.kernel.image;

import org.jspecify.annotations.NullMarked;
