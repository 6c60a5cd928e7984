/** Hands polls on to the dispatcher where no ingress does it. */
@NullMarked
package io.renderyard.gateway.polling;

import org.jspecify.annotations.NullMarked;
