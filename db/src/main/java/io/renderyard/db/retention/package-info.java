/** Takes out of the ledger what has served its time. */
@NullMarked
package io.renderyard.db.retention;

import org.jspecify.annotations.NullMarked;
