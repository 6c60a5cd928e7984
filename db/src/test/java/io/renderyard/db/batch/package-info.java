/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.batch;

import org.jspecify.annotations.NullMarked;
