/** Standing wishes of endpoints for certain events. */
@NullMarked
package io.renderyard.kernel.subscription;

import org.jspecify.annotations.NullMarked;
