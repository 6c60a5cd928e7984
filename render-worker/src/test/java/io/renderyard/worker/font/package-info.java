@NullMarked
package io.renderyard.worker.font;

import org.jspecify.annotations.NullMarked;
