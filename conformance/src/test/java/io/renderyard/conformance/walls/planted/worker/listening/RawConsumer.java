package io.renderyard.conformance.walls.planted.worker.listening;

import com.rabbitmq.client.Channel;
import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;

/** A consumer below Spring. */
@Breaks(Wall.AMQP_ONLY_AT_THE_DOORBELL)
record RawConsumer(Channel channel) {}
