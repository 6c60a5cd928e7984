@NullMarked
package io.renderyard.gateway.face.pictify;

import org.jspecify.annotations.NullMarked;
