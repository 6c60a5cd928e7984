@NullMarked
package io.renderyard.dispatcher.face.pictify;

import org.jspecify.annotations.NullMarked;
