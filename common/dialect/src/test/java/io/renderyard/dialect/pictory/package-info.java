/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.dialect.pictory;

import org.jspecify.annotations.NullMarked;
