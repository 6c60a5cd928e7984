/** The doorbell on RabbitMQ: its queues and its publisher. */
@NullMarked
package io.renderyard.db.doorbell;

import org.jspecify.annotations.NullMarked;
