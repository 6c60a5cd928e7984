@NullMarked
package io.renderyard.preview.ink;

import org.jspecify.annotations.NullMarked;
