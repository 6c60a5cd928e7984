/** Wire shapes of the Pictify face; {@code pictify.md} among the contracts. Pure functions both ways. */
@NullMarked
package io.renderyard.dialect.pictify;

import org.jspecify.annotations.NullMarked;
