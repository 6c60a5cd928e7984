/** The three applications in one process. */
@NullMarked
package io.renderyard.standalone;

import org.jspecify.annotations.NullMarked;
