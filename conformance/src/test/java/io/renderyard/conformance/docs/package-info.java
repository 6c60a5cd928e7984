/** Pages of {@code docs/} that are written by the code they describe. */
@NullMarked
package io.renderyard.conformance.docs;

import org.jspecify.annotations.NullMarked;
