/** How much a tenant has had drawn, and may have drawn. */
@NullMarked
package io.renderyard.kernel.usage;

import org.jspecify.annotations.NullMarked;
