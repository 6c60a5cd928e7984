/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.dialect.hcti;

import org.jspecify.annotations.NullMarked;
