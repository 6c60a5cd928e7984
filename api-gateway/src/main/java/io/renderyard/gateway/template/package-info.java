/** Templates as the door needs them: taken apart to see their places, filled to see that they can be. */
@NullMarked
package io.renderyard.gateway.template;

import org.jspecify.annotations.NullMarked;
