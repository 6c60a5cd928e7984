package io.renderyard.worker.listening;

import com.rabbitmq.client.Channel;
import io.renderyard.db.doorbell.RabbitTopology;
import io.renderyard.db.doorbell.RingMessage;
import io.renderyard.kernel.doorbell.JobListener;
import io.renderyard.kernel.doorbell.JobListener.Heard;
import io.renderyard.kernel.job.Lane;
import io.renderyard.worker.WorkerSettings;
import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.core.Message;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.SimpleMessageListenerContainer;
import org.springframework.amqp.rabbit.listener.api.ChannelAwareMessageListener;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.task.SimpleAsyncTaskExecutor;
import org.springframework.stereotype.Component;

/**
 * Hears rings of every lane, each consumer with one message in hand. As many consumers per lane as pictures may be drawn,
 * whose message is acknowledged when the attempt has ended; and some spare ones of lower priority, which RabbitMQ serves only while all
 * others of the farm are busy, so that the next ring is at hand when a browser becomes free while its last picture is
 * still being stored. A ring that comes back because we died finds the lease still held, is answered "already taken",
 * and the sweeper rings when the lease has run out.
 *
 * <p>Rings for prompts are acknowledged when the lease is ours, so a few consumers claim hundreds.
 */
@Component
@ConditionalOnProperty(name = "renderyard.doorbell.kind", havingValue = "rabbitmq", matchIfMissing = true)
class RabbitJobConsumer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RabbitJobConsumer.class);
    private static final int FIRST = 1;
    private static final int LAST = 0;
    /** Storing takes a fraction of drawing. */
    private static final int SLOTS_PER_SPARE = 4;
    /** Each claims some hundred a second. */
    private static final int PROMPT_CONSUMERS = 4;

    private static final Duration MARGIN = Duration.ofSeconds(2);
    private static final long RECEIVE_MILLIS = 250;

    private final JobListener listener;
    private final Duration drain;
    private final List<SimpleMessageListenerContainer> containers;

    RabbitJobConsumer(ConnectionFactory connections, JobListener listener, WorkerSettings settings) {
        this.listener = listener;
        this.drain = settings.drain();
        this.containers = Arrays.stream(Lane.values())
                .flatMap(lane -> containers(connections, lane, settings.slots()))
                .toList();
    }

    private Stream<SimpleMessageListenerContainer> containers(ConnectionFactory connections, Lane lane, int slots) {
        return switch (lane) {
            case INTERACTIVE, BATCH, HEAVY ->
                Stream.of(
                        container(connections, lane, slots, FIRST),
                        container(connections, lane, Math.ceilDiv(slots, SLOTS_PER_SPARE), LAST));
            case PROMPT -> Stream.of(container(connections, lane, PROMPT_CONSUMERS, FIRST));
        };
    }

    private SimpleMessageListenerContainer container(
            ConnectionFactory connections, Lane lane, int consumers, int priority) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("hear-" + lane.label() + "-");
        // Platform threads on purpose: a container that is stopping spins until the broker has answered, and two of
        // those on virtual threads would leave no carrier for anybody else on a two-core machine.
        threads.setVirtualThreads(false);
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
        container.setTaskExecutor(threads);
        container.setQueueNames(RabbitTopology.queue(lane));
        container.setConcurrentConsumers(consumers);
        container.setPrefetchCount(1);
        container.setConsumerArguments(Map.of("x-priority", priority));
        container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        container.setMissingQueuesFatal(false);
        container.setForceStop(true);
        container.setShutdownTimeout(drain.toMillis());
        container.setReceiveTimeout(RECEIVE_MILLIS);
        container.setRecoveryInterval(1_000);
        container.setFailedDeclarationRetryInterval(1_000);
        container.setMessageListener(new LaneListener(lane));
        container.afterPropertiesSet();
        return container;
    }

    @Override
    public void start() {
        containers.forEach(SimpleMessageListenerContainer::start);
    }

    /** Hears no more, and lets what is being drawn end within the drain time; after that it is interrupted. */
    @Override
    public void stop() {
        List<Thread> stopping = containers.stream()
                .map(container -> Thread.ofPlatform().name("stop-hearing").start(container::stop))
                .toList();
        try {
            for (Thread one : stopping) {
                boolean unused = one.join(drain.plus(MARGIN));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return containers.stream().anyMatch(SimpleMessageListenerContainer::isRunning);
    }

    private final class LaneListener implements ChannelAwareMessageListener {
        private final Lane lane;

        LaneListener(Lane lane) {
            this.lane = lane;
        }

        @Override
        public void onMessage(Message message, @Nullable Channel channel) throws IOException {
            long tag = message.getMessageProperties().getDeliveryTag();
            Heard heard = hear(message);
            if (channel == null) {
                return;
            }
            switch (heard) {
                case DONE -> channel.basicAck(tag, false);
                case NOT_NOW -> channel.basicNack(tag, false, true);
            }
        }

        private Heard hear(Message message) {
            try {
                return listener.hear(RingMessage.job(message, lane));
            } catch (InterruptedException stopping) {
                Thread.currentThread().interrupt();
                return Heard.NOT_NOW;
            } catch (IllegalArgumentException notOurs) {
                log.warn("a message in {} is no ring and is dropped", RabbitTopology.queue(lane));
                return Heard.DONE;
            } catch (RuntimeException e) {
                // Answered in any case: a consumer that keeps its one message hears nothing any more.
                log.error("A ring was lost to a defect; the sweeper rings again", e);
                return Heard.DONE;
            }
        }
    }
}
