/** The master key and what is derived from it. */
@NullMarked
package io.renderyard.db.secret;

import org.jspecify.annotations.NullMarked;
