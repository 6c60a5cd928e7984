/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.dialect.yard;

import org.jspecify.annotations.NullMarked;
