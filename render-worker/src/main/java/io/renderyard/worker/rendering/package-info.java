/** The port behind which pictures are drawn. */
@NullMarked
package io.renderyard.worker.rendering;

import org.jspecify.annotations.NullMarked;
