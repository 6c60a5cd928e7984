/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.worker.retention;

import org.jspecify.annotations.NullMarked;
