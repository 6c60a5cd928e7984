package io.renderyard.dispatcher.delivery;

import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.OutboundClient;
import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {
    @Bean
    OutboundClient outboundClient(EgressPolicy policy, InstantSource clock) {
        return new OutboundClient(policy, clock);
    }

    @Bean
    SubscriptionShapes subscriptionShapes(ObjectProvider<SubscriptionShape> shapes) {
        return new SubscriptionShapes(shapes.stream().toList());
    }
}
