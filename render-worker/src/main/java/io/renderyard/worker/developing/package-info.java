/** From exposures to pictures: what is left to do when the browser is done. */
@NullMarked
package io.renderyard.worker.developing;

import org.jspecify.annotations.NullMarked;
