package io.renderyard.standalone;

import io.renderyard.db.setup.FirstTenant;
import io.renderyard.dispatcher.DispatcherConfiguration;
import io.renderyard.gateway.GatewayConfiguration;
import io.renderyard.worker.WorkerConfiguration;
import io.renderyard.worker.fleet.FleetConfiguration;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All three applications. */
@Configuration(proxyBeanMethods = false)
@Import({GatewayConfiguration.class, WorkerConfiguration.class, FleetConfiguration.class, DispatcherConfiguration.class
})
@ComponentScan
class StandaloneConfiguration {
    /** Before the process calls itself ready. */
    @Bean
    ApplicationRunner firstTenantFirst(FirstTenant firstTenant) {
        return arguments -> firstTenant.ensure();
    }
}
