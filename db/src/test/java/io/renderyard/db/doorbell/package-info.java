/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.doorbell;

import org.jspecify.annotations.NullMarked;
