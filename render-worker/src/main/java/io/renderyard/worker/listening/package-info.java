/** Hears rings through RabbitMQ. */
@NullMarked
package io.renderyard.worker.listening;

import org.jspecify.annotations.NullMarked;
