/** A private PostgreSQL for one yard: unpacked, initialised, started and stopped as a child of this process. */
@NullMarked
package io.renderyard.db.embedded;

import org.jspecify.annotations.NullMarked;
