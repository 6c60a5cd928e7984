/** Whom a thing belongs to, and values that must not be read aloud. */
@NullMarked
package io.renderyard.kernel.tenant;

import org.jspecify.annotations.NullMarked;
