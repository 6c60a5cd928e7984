/** The one aggregate: a job, its states, its attempts, its ways to fail, and the ports of its ledger. */
@NullMarked
package io.renderyard.kernel.job;

import org.jspecify.annotations.NullMarked;
