/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.dispatcher;

import org.jspecify.annotations.NullMarked;
