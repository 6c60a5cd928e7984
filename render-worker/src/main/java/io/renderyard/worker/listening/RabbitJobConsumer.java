package io.renderyard.worker.listening;

import com.rabbitmq.client.Channel;
import io.renderyard.db.doorbell.RabbitTopology;
import io.renderyard.db.doorbell.RingMessage;
import io.renderyard.kernel.doorbell.JobListener;
import io.renderyard.kernel.doorbell.JobListener.Heard;
import io.renderyard.kernel.job.Lane;
import io.renderyard.worker.WorkerSettings;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
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
 * Hears rings of every lane. As many consumers per lane as attempts may run, each with one message in hand, which is
 * acknowledged when the attempt has ended. A ring that comes back because we died finds the lease still held, is
 * answered "already taken", and the sweeper rings when the lease has run out.
 */
@Component
@ConditionalOnProperty(name = "renderyard.doorbell.kind", havingValue = "rabbitmq", matchIfMissing = true)
class RabbitJobConsumer implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(RabbitJobConsumer.class);
    private static final long STOP_MILLIS = 2_000;

    private final JobListener listener;
    private final List<SimpleMessageListenerContainer> containers;

    RabbitJobConsumer(ConnectionFactory connections, JobListener listener, WorkerSettings settings) {
        this.listener = listener;
        this.containers = Arrays.stream(Lane.values())
                .map(lane -> container(connections, lane, settings.slots() + 1))
                .toList();
    }

    private SimpleMessageListenerContainer container(ConnectionFactory connections, Lane lane, int consumers) {
        SimpleAsyncTaskExecutor threads = new SimpleAsyncTaskExecutor("hear-" + lane.label() + "-");
        threads.setVirtualThreads(true);
        SimpleMessageListenerContainer container = new SimpleMessageListenerContainer(connections);
        container.setTaskExecutor(threads);
        container.setQueueNames(RabbitTopology.queue(lane));
        container.setConcurrentConsumers(consumers);
        container.setPrefetchCount(1);
        container.setAcknowledgeMode(AcknowledgeMode.MANUAL);
        container.setMissingQueuesFatal(false);
        container.setForceStop(true);
        container.setShutdownTimeout(STOP_MILLIS);
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

    @Override
    public void stop() {
        containers.forEach(SimpleMessageListenerContainer::stop);
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
            } catch (RuntimeException defect) {
                // An exception would leave the message unacknowledged in our hand and this consumer idle for good.
                log.error("a ring was lost to a defect; the sweeper rings again", defect);
                return Heard.DONE;
            }
        }
    }
}
