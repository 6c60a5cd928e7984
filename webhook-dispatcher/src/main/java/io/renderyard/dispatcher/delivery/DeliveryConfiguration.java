package io.renderyard.dispatcher.delivery;

import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.OutboundClient;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DeliveryConfiguration {
    @Bean
    OutboundClient outboundClient(EgressPolicy policy, InstantSource clock) {
        return new OutboundClient(policy, clock);
    }
}
