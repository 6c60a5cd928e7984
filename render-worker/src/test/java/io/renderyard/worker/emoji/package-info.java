@NullMarked
package io.renderyard.worker.emoji;

import org.jspecify.annotations.NullMarked;
