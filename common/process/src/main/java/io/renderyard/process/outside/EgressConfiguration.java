package io.renderyard.process.outside;

import io.renderyard.egress.AddressRange;
import io.renderyard.egress.EgressPolicy;
import io.renderyard.egress.SystemNameResolver;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class EgressConfiguration {
    @Bean
    EgressPolicy egressPolicy(EgressSettings settings) {
        return new EgressPolicy(
                settings.allow().stream().map(AddressRange::parse).toList(), new SystemNameResolver());
    }
}
