/** Images: definitions with a lasting address, and who draws them. */
@NullMarked
package io.renderyard.db.image;

import org.jspecify.annotations.NullMarked;
