@NullMarked
package io.renderyard.db.connection;

import org.jspecify.annotations.NullMarked;
