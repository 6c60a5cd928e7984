/** Finds what the dead left behind and rings again. */
@NullMarked
package io.renderyard.db.sweep;

import org.jspecify.annotations.NullMarked;
