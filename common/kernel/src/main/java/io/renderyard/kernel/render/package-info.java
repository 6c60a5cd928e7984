/** What is to be drawn, free of any vendor's words. */
@NullMarked
package io.renderyard.kernel.render;

import org.jspecify.annotations.NullMarked;
