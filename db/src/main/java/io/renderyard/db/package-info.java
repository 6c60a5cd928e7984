/** The ledger in PostgreSQL, and the relay from its outbox to the doorbell. */
@NullMarked
package io.renderyard.db;

import org.jspecify.annotations.NullMarked;
