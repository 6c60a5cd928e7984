/** The door of HTML/CSS to Image. */
@NullMarked
package io.renderyard.gateway.face.hcti;

import org.jspecify.annotations.NullMarked;
