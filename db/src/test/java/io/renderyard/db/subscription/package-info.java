/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.subscription;

import org.jspecify.annotations.NullMarked;
