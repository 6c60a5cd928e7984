@NullMarked
package io.renderyard.preview.words;

import org.jspecify.annotations.NullMarked;
