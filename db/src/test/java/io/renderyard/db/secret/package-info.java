/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.secret;

import org.jspecify.annotations.NullMarked;
