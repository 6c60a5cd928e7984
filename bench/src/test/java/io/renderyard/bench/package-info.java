@NullMarked
package io.renderyard.bench;

import org.jspecify.annotations.NullMarked;
