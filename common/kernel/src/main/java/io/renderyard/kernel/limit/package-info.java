/** How often a credential may ask. */
@NullMarked
package io.renderyard.kernel.limit;

import org.jspecify.annotations.NullMarked;
