/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.painting;

import org.jspecify.annotations.NullMarked;
