@NullMarked
package io.renderyard.worker;

import org.jspecify.annotations.NullMarked;
