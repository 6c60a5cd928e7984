/** Examples that the dialects' tests share. */
@NullMarked
package io.renderyard.dialect;

import org.jspecify.annotations.NullMarked;
