@NullMarked
package io.renderyard.process.limit;

import org.jspecify.annotations.NullMarked;
