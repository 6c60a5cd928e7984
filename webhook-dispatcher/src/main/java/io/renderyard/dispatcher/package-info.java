/** Answers polls, delivers events, sweeps up after the dead. */
@NullMarked
package io.renderyard.dispatcher;

import org.jspecify.annotations.NullMarked;
