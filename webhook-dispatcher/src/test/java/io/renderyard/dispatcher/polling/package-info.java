@NullMarked
package io.renderyard.dispatcher.polling;

import org.jspecify.annotations.NullMarked;
