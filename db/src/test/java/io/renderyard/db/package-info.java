/** A running ledger for tests. */
@NullMarked
package io.renderyard.db;

import org.jspecify.annotations.NullMarked;
