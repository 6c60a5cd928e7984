/** How often a credential may ask, as the operator wants it. */
@NullMarked
package io.renderyard.process.limit;

import org.jspecify.annotations.NullMarked;
