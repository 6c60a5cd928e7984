/** All processes, from HTTP request to webhook, started by the launcher as a user would. */
@NullMarked
package io.renderyard.conformance.journey;

import org.jspecify.annotations.NullMarked;
