/** Painting, with models and a ledger that are played. */
@NullMarked
package io.renderyard.worker.painting;

import org.jspecify.annotations.NullMarked;
