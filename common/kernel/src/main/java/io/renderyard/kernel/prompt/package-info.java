/** What a model is asked to paint, and what may be asked for. */
@NullMarked
package io.renderyard.kernel.prompt;

import org.jspecify.annotations.NullMarked;
