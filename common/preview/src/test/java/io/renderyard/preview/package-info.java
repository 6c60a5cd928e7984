@NullMarked
package io.renderyard.preview;

import org.jspecify.annotations.NullMarked;
