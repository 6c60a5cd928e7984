@NullMarked
package io.renderyard.imaging.gif;

import org.jspecify.annotations.NullMarked;
