/** The providers' APIs on the wire: what each is sent and how its answers and refusals are read. */
@NullMarked
package io.renderyard.models.wire;

import org.jspecify.annotations.NullMarked;
