/** The relay: rings that were written with the truth are handed on, and forgotten once that is confirmed. */
@NullMarked
package io.renderyard.db.outbox;

import org.jspecify.annotations.NullMarked;
