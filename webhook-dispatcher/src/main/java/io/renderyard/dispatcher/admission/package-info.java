/** Moves batches on: admits their items, tells how far they are, and ends them. */
@NullMarked
package io.renderyard.dispatcher.admission;

import org.jspecify.annotations.NullMarked;
