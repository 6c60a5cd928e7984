/** Events and their deliveries. */
@NullMarked
package io.renderyard.db.event;

import org.jspecify.annotations.NullMarked;
