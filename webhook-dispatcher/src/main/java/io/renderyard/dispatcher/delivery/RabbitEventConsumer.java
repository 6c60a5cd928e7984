package io.renderyard.dispatcher.delivery;

import io.renderyard.db.doorbell.RabbitTopology;
import io.renderyard.db.doorbell.RingMessage;
import io.renderyard.kernel.doorbell.EventListener;
import org.springframework.amqp.core.AcknowledgeMode;
import org.springframework.amqp.rabbit.connection.ConnectionFactory;
import org.springframework.amqp.rabbit.listener.DirectMessageListenerContainer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Hears events through RabbitMQ. A ring that cannot be dealt with now is forgotten: the sweeper finds its event. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "renderyard.doorbell.kind", havingValue = "rabbitmq", matchIfMissing = true)
class RabbitEventConsumer {
    private static final int PREFETCH = 100;

    @Bean
    DirectMessageListenerContainer eventContainer(ConnectionFactory connections, EventListener listener) {
        DirectMessageListenerContainer container = new DirectMessageListenerContainer(connections);
        container.setQueueNames(RabbitTopology.EVENTS_QUEUE);
        container.setPrefetchCount(PREFETCH);
        container.setAcknowledgeMode(AcknowledgeMode.AUTO);
        container.setDefaultRequeueRejected(false);
        container.setMissingQueuesFatal(false);
        container.setForceStop(true);
        container.setShutdownTimeout(1_000);
        container.setFailedDeclarationRetryInterval(1_000);
        container.setMessageListener(message -> listener.hear(RingMessage.event(message)));
        return container;
    }
}
