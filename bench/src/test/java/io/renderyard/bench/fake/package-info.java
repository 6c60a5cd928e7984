@NullMarked
package io.renderyard.bench.fake;

import org.jspecify.annotations.NullMarked;
