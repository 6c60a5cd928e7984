@NullMarked
package io.renderyard.worker.fleet;

import org.jspecify.annotations.NullMarked;
