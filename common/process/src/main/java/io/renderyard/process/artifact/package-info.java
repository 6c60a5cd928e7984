/** The artifact store as settings. */
@NullMarked
package io.renderyard.process.artifact;

import org.jspecify.annotations.NullMarked;
