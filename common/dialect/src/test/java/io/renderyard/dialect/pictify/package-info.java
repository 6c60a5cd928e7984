/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.dialect.pictify;

import org.jspecify.annotations.NullMarked;
