@NullMarked
package io.renderyard.gateway.image;

import org.jspecify.annotations.NullMarked;
