package io.renderyard.db.doorbell;

import com.rabbitmq.client.AMQP;
import com.rabbitmq.client.ShutdownSignalException;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.renderyard.kernel.doorbell.Doorbell;
import io.renderyard.kernel.doorbell.Ring;
import io.renderyard.kernel.job.Lane;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.AmqpException;
import org.springframework.amqp.rabbit.connection.CorrelationData;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.core.NestedExceptionUtils;

/**
 * Rings through RabbitMQ. A ring is held only when the broker confirmed it and did not return it: a confirm alone also
 * comes for a message that fitted no queue.
 */
final class RabbitDoorbell implements Doorbell {
    private static final Logger log = LoggerFactory.getLogger(RabbitDoorbell.class);

    private final RabbitTemplate template;
    private final Duration confirmWithin;
    private final Counter refused;
    private final AtomicBoolean broken = new AtomicBoolean();
    private final AtomicLong rings = new AtomicLong();

    RabbitDoorbell(RabbitTemplate template, Duration confirmWithin, MeterRegistry meters) {
        this.template = template;
        this.confirmWithin = confirmWithin;
        this.refused = Counter.builder("renderyard.rings.refused")
                .description(
                        "Rings that the broker refused, returned or did not confirm in time; the outbox keeps them")
                .register(meters);
    }

    @Override
    public CompletableFuture<Answer> ring(Ring ring) {
        CorrelationData correlation = new CorrelationData(Long.toString(rings.incrementAndGet()));
        try {
            template.send(RabbitTopology.EXCHANGE, RingMessage.key(ring), RingMessage.of(ring), correlation);
        } catch (AmqpException e) {
            report(e.getMessage());
            return CompletableFuture.completedFuture(Answer.OUT_OF_REACH);
        }
        return correlation
                .getFuture()
                .orTimeout(confirmWithin.toMillis(), TimeUnit.MILLISECONDS)
                .handle((confirm, failure) -> answer(correlation, confirm, failure));
    }

    @SuppressWarnings("NullAway") // handle() gives exactly one of confirm and failure
    private Answer answer(CorrelationData correlation, CorrelationData.Confirm confirm, Throwable failure) {
        if (failure != null) {
            report("no confirm within " + confirmWithin.toSeconds() + " s");
            return Answer.REFUSED;
        }
        if (!confirm.ack() || correlation.getReturned() != null) {
            report(confirm.ack() ? "a ring fitted no queue" : "a ring was refused: " + confirm.reason());
            return Answer.REFUSED;
        }
        if (broken.compareAndSet(true, false)) {
            log.info("RabbitMQ takes rings again");
        }
        return Answer.HELD;
    }

    @Override
    public OptionalLong unheard(Lane lane) {
        try {
            Long count = template.execute(channel -> channel.messageCount(RabbitTopology.queue(lane)));
            return count == null ? OptionalLong.empty() : OptionalLong.of(count);
        } catch (AmqpException e) {
            return saysNoSuchQueue(e) ? OptionalLong.of(0) : OptionalLong.empty();
        }
    }

    /** Apart from a broker that says nothing, of whom nobody knows how many rings it holds. */
    private static boolean saysNoSuchQueue(AmqpException e) {
        return NestedExceptionUtils.getMostSpecificCause(e) instanceof ShutdownSignalException signal
                && signal.getReason() instanceof AMQP.Channel.Close close
                && close.getReplyCode() == AMQP.NOT_FOUND;
    }

    private void report(@Nullable String why) {
        refused.increment();
        if (broken.compareAndSet(false, true)) {
            log.warn("RabbitMQ does not take rings ({}); jobs are still accepted, their rings wait in the outbox", why);
        }
    }
}
