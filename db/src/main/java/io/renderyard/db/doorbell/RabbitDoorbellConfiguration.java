package io.renderyard.db.doorbell;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.renderyard.kernel.doorbell.Doorbell;
import org.springframework.amqp.core.Declarables;
import org.springframework.amqp.rabbit.core.RabbitTemplate;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty(name = "renderyard.doorbell.kind", havingValue = "rabbitmq", matchIfMissing = true)
class RabbitDoorbellConfiguration {
    @Bean
    Declarables rabbitTopology(DoorbellSettings settings) {
        return RabbitTopology.declarables(settings.queueLimit());
    }

    /** Counted where somebody counts. */
    @Bean
    Doorbell rabbitDoorbell(RabbitTemplate template, DoorbellSettings settings, ObjectProvider<MeterRegistry> meters) {
        template.setMandatory(true);
        return new RabbitDoorbell(
                template, settings.confirmWithin(), meters.getIfAvailable(CompositeMeterRegistry::new));
    }
}
