/** Templates in the Handlebars language, filled within bounds and with nothing but the values given. */
@NullMarked
package io.renderyard.handlebars;

import org.jspecify.annotations.NullMarked;
