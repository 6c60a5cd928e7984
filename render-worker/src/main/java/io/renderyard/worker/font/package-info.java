/** Which fonts this machine has, and where those come from that it has not. */
@NullMarked
package io.renderyard.worker.font;

import org.jspecify.annotations.NullMarked;
