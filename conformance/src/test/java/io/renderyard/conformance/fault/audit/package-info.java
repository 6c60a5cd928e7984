/** The ledger audit: what must hold over database, artifacts, answers and webhooks, whatever happened before. */
@NullMarked
package io.renderyard.conformance.fault.audit;

import org.jspecify.annotations.NullMarked;
