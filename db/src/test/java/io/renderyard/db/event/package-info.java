/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.event;

import org.jspecify.annotations.NullMarked;
