@NullMarked
package io.renderyard.handlebars;

import org.jspecify.annotations.NullMarked;
