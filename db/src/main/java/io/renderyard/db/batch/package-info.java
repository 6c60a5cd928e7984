/** Batches: accepting, admitting and steering many jobs at once. Each step is a transaction of a few set-based statements. */
@NullMarked
package io.renderyard.db.batch;

import org.jspecify.annotations.NullMarked;
