/** What the ledger knows of stored pictures. */
@NullMarked
package io.renderyard.db.artifact;

import org.jspecify.annotations.NullMarked;
