/** How often a credential may ask. */
@NullMarked
package io.renderyard.process.limit;

import org.jspecify.annotations.NullMarked;
