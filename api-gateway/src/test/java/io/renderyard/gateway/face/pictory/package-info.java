@NullMarked
package io.renderyard.gateway.face.pictory;

import org.jspecify.annotations.NullMarked;
