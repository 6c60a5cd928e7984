/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.setup;

import org.jspecify.annotations.NullMarked;
