/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.sweep;

import org.jspecify.annotations.NullMarked;
