@NullMarked
package io.renderyard.kernel.limit;

import org.jspecify.annotations.NullMarked;
