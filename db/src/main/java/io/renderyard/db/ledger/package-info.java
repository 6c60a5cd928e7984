/** Jobs: acceptance, attempts, reading, cancelling. Each transition is one guarded statement. */
@NullMarked
package io.renderyard.db.ledger;

import org.jspecify.annotations.NullMarked;
