@NullMarked
package io.renderyard.worker.developing;

import org.jspecify.annotations.NullMarked;
