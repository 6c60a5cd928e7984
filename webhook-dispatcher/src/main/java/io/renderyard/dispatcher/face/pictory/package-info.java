/** The Pictory face's reading side. */
@NullMarked
package io.renderyard.dispatcher.face.pictory;

import org.jspecify.annotations.NullMarked;
