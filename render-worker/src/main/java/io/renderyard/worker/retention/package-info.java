/** Deletes what has served its time, and bytes that belong to nobody. */
@NullMarked
package io.renderyard.worker.retention;

import org.jspecify.annotations.NullMarked;
