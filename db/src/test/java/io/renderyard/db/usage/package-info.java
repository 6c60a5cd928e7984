@NullMarked
package io.renderyard.db.usage;

import org.jspecify.annotations.NullMarked;
