/** Rings say only "this may be ready"; losing or doubling one never changes the truth. */
@NullMarked
package io.renderyard.kernel.doorbell;

import org.jspecify.annotations.NullMarked;
