@NullMarked
package io.renderyard.worker.devtools;

import org.jspecify.annotations.NullMarked;
