/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.gateway.face.hcti;

import org.jspecify.annotations.NullMarked;
