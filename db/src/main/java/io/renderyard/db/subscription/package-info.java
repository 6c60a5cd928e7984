/** Subscriptions. */
@NullMarked
package io.renderyard.db.subscription;

import org.jspecify.annotations.NullMarked;
