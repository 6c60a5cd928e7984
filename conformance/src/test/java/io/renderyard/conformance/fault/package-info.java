/** The rows of the bar about the ledger, its workers and its doorbell; each breaks a farm and judges what is left. */
@NullMarked
package io.renderyard.conformance.fault;

import org.jspecify.annotations.NullMarked;
