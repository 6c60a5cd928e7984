/** {@code ./yard bench ledger}: what a job costs when drawing costs nothing, in an empty ledger and in a full one. */
@NullMarked
package io.renderyard.bench.ledger;

import org.jspecify.annotations.NullMarked;
