/** What is kept and for how long: the ledger's side of retention and of collection. */
@NullMarked
package io.renderyard.kernel.retention;

import org.jspecify.annotations.NullMarked;
