/** The native API's door. */
@NullMarked
package io.renderyard.gateway.face.yard;

import org.jspecify.annotations.NullMarked;
