@NullMarked
package io.renderyard.worker.cell;

import org.jspecify.annotations.NullMarked;
