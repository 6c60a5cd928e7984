/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.ledger;

import org.jspecify.annotations.NullMarked;
