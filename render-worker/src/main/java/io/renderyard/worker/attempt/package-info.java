/** One attempt from claim to completion, and the leases that keep it ours. */
@NullMarked
package io.renderyard.worker.attempt;

import org.jspecify.annotations.NullMarked;
