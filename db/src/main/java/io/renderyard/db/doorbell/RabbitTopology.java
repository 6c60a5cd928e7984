package io.renderyard.db.doorbell;

import io.renderyard.kernel.job.Lane;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.amqp.core.Binding;
import org.springframework.amqp.core.BindingBuilder;
import org.springframework.amqp.core.Declarable;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.core.DirectExchange;
import org.springframework.amqp.core.Queue;
import org.springframework.amqp.core.QueueBuilder;

/**
 * One exchange, one durable quorum queue per lane and one for events. Every process declares them when it connects, so
 * a broker that lost its disk is whole again without hands.
 */
public final class RabbitTopology {
    public static final String EXCHANGE = "renderyard";
    public static final String EVENTS_QUEUE = "renderyard.events";

    static final String EVENTS_KEY = "event";

    /** Attempts are counted in the ledger; this is only a fuse against a ring that comes back for ever. */
    private static final int DELIVERY_FUSE = 10_000;

    private RabbitTopology() {}

    public static String queue(Lane lane) {
        return "renderyard.jobs." + lane.label();
    }

    static String key(Lane lane) {
        return "job." + lane.label();
    }

    static Declarables declarables(long queueLimit) {
        DirectExchange exchange = new DirectExchange(EXCHANGE, true, false);
        List<Declarable> lanes = Arrays.stream(Lane.values())
                .flatMap(lane -> bound(durable(queue(lane), queueLimit), exchange, key(lane)))
                .toList();
        return new Declarables(Stream.of(
                        Stream.of(exchange),
                        lanes.stream(),
                        bound(durable(EVENTS_QUEUE, queueLimit), exchange, EVENTS_KEY))
                .flatMap(part -> part)
                .toList());
    }

    private static Stream<Declarable> bound(Queue queue, DirectExchange exchange, String key) {
        Binding binding = BindingBuilder.bind(queue).to(exchange).with(key);
        return Stream.of(queue, binding);
    }

    private static Queue durable(String name, long queueLimit) {
        return QueueBuilder.durable(name)
                .quorum()
                .deliveryLimit(DELIVERY_FUSE)
                .maxLength(queueLimit)
                .overflow(QueueBuilder.Overflow.rejectPublish)
                .build();
    }
}
