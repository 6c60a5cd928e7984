/** What the kernel does for one browser: limits, a list of all its processes, their memory and their end. */
@NullMarked
package io.renderyard.worker.cell;

import org.jspecify.annotations.NullMarked;
