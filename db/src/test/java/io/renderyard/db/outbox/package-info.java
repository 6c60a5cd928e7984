/** Tests of the package of the same name. */
@NullMarked
package io.renderyard.db.outbox;

import org.jspecify.annotations.NullMarked;
