@NullMarked
package io.renderyard.dispatcher.face.pictory;

import org.jspecify.annotations.NullMarked;
