@NullMarked
package io.renderyard.dispatcher.face.yard;

import org.jspecify.annotations.NullMarked;
