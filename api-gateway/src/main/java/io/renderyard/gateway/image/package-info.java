/** Pictures with a lasting address: drawn when they are asked for first, and again when the picture was lost. */
@NullMarked
package io.renderyard.gateway.image;

import org.jspecify.annotations.NullMarked;
