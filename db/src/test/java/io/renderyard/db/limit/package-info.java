@NullMarked
package io.renderyard.db.limit;

import org.jspecify.annotations.NullMarked;
