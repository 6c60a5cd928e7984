package io.renderyard.db.doorbell;

import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.core.MessageBuilder;
import org.springframework.amqp.core.MessageDeliveryMode;

/** A ring on the wire: the subject's UUID as text. The routing key says what it is. */
public final class RingMessage {
    private RingMessage() {}

    static Message of(Ring ring) {
        UUID subject = switch (ring) {
            case Ring.JobReady ready -> ready.job().value();
            case Ring.EventRecorded recorded -> recorded.event().value();
        };
        return MessageBuilder.withBody(subject.toString().getBytes(StandardCharsets.US_ASCII))
                .setContentType("text/plain")
                .setDeliveryMode(MessageDeliveryMode.PERSISTENT)
                .build();
    }

    static String key(Ring ring) {
        return switch (ring) {
            case Ring.JobReady ready -> RabbitTopology.key(ready.lane());
            case Ring.EventRecorded recorded -> RabbitTopology.EVENTS_KEY;
        };
    }

    /** @throws IllegalArgumentException when the message is not one of ours */
    public static Ring.JobReady job(Message message, Lane lane) {
        return new Ring.JobReady(new JobId(subject(message)), lane);
    }

    /** @throws IllegalArgumentException when the message is not one of ours */
    public static Ring.EventRecorded event(Message message) {
        return new Ring.EventRecorded(new EventId(subject(message)));
    }

    private static UUID subject(Message message) {
        return UUID.fromString(new String(message.getBody(), StandardCharsets.US_ASCII));
    }
}
