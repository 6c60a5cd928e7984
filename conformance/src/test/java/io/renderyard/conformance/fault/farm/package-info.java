/** A farm of real processes on a database, a broker and a folder of its own, for a test to break. */
@NullMarked
package io.renderyard.conformance.fault.farm;

import org.jspecify.annotations.NullMarked;
