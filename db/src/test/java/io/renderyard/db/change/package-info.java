/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.change;

import org.jspecify.annotations.NullMarked;
