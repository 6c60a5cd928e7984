/** Routes of the Pictify face; {@code pictify.md} among the contracts. */
@NullMarked
package io.renderyard.gateway.face.pictify;

import org.jspecify.annotations.NullMarked;
