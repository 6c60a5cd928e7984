/** Brings an empty or older database up to date and creates the first tenant. */
@NullMarked
package io.renderyard.db.setup;

import org.jspecify.annotations.NullMarked;
