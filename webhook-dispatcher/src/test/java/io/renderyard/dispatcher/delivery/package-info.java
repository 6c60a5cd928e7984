/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.dispatcher.delivery;

import org.jspecify.annotations.NullMarked;
