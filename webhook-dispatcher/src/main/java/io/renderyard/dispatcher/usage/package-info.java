/** Keeps the books of what tenants had drawn short. */
@NullMarked
package io.renderyard.dispatcher.usage;

import org.jspecify.annotations.NullMarked;
