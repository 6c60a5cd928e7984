/** The walls of the house: what may know what, checked on the class files, and proof that each check bites. */
@NullMarked
package io.renderyard.conformance.walls;

import org.jspecify.annotations.NullMarked;
