/** How the pool comes by its connections. */
@NullMarked
package io.renderyard.db.connection;

import org.jspecify.annotations.NullMarked;
