@NullMarked
package io.renderyard.worker.blocking;

import org.jspecify.annotations.NullMarked;
