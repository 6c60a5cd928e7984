/** Stored result bytes: their names, their facts and the port that keeps them. */
@NullMarked
package io.renderyard.kernel.artifact;

import org.jspecify.annotations.NullMarked;
