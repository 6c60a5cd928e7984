/** Says that nothing is null. */
@NullMarked
package io.renderyard.conformance.walls.planted.storage.marked;

import org.jspecify.annotations.NullMarked;
