/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.image;

import org.jspecify.annotations.NullMarked;
