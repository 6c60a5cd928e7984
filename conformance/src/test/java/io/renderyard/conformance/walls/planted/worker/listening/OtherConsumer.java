package io.renderyard.conformance.walls.planted.worker.listening;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import org.springframework.amqp.core.Message;

/** A second consumer. */
@Breaks(Wall.AMQP_ONLY_AT_THE_DOORBELL)
record OtherConsumer(Message message) {}
