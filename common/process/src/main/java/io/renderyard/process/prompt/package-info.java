/** Models that paint, their providers and the styles, as settings. */
@NullMarked
package io.renderyard.process.prompt;

import org.jspecify.annotations.NullMarked;
