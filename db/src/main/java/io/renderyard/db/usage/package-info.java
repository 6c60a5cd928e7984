/** Counts of renders, and quotas that are kept by them. */
@NullMarked
package io.renderyard.db.usage;

import org.jspecify.annotations.NullMarked;
