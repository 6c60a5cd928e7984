package io.renderyard.conformance.walls.planted.worker.listening;

import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;
import org.springframework.amqp.core.Message;

/** The one consumer. */
@Keeps(Wall.AMQP_ONLY_AT_THE_DOORBELL)
record RabbitJobConsumer(Message message) {}
