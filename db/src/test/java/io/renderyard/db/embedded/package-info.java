/** The private PostgreSQL, tested with the real one. */
@NullMarked
package io.renderyard.db.embedded;

import org.jspecify.annotations.NullMarked;
