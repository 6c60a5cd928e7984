/** Colours, dice and the pen, and what each style makes of them. */
@NullMarked
package io.renderyard.preview.ink;

import org.jspecify.annotations.NullMarked;
