/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.tenant;

import org.jspecify.annotations.NullMarked;
