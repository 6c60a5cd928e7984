/** Puts events into the one order in which they are read. */
@NullMarked
package io.renderyard.dispatcher.event;

import org.jspecify.annotations.NullMarked;
