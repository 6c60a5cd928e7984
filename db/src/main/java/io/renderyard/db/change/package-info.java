/** Tells other processes, quickly and without promise, that a job changed. */
@NullMarked
package io.renderyard.db.change;

import org.jspecify.annotations.NullMarked;
