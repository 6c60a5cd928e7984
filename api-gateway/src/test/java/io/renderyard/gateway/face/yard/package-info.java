/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.gateway.face.yard;

import org.jspecify.annotations.NullMarked;
