/** The chores that keep the ledger's promises when somebody died. */
@NullMarked
package io.renderyard.dispatcher.sweeping;

import org.jspecify.annotations.NullMarked;
