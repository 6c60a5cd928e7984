/** Prompts as pictures without a model: words are read and drawn as one document of shapes. */
@NullMarked
package io.renderyard.preview;

import org.jspecify.annotations.NullMarked;
