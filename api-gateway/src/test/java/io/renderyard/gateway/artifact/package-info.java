/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.gateway.artifact;

import org.jspecify.annotations.NullMarked;
