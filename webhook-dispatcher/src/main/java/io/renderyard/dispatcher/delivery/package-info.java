/** From an event to a signed POST that somebody took. */
@NullMarked
package io.renderyard.dispatcher.delivery;

import org.jspecify.annotations.NullMarked;
