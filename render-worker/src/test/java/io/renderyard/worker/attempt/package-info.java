/** Attempts, tested with a ledger, a renderer and a store that are played. */
@NullMarked
package io.renderyard.worker.attempt;

import org.jspecify.annotations.NullMarked;
