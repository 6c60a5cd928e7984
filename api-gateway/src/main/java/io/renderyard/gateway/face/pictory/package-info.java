/** The Pictory face: images of prompts, as its vendor takes them. */
@NullMarked
package io.renderyard.gateway.face.pictory;

import org.jspecify.annotations.NullMarked;
