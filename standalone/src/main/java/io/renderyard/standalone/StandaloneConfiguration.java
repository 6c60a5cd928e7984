package io.renderyard.standalone;

import io.renderyard.dispatcher.DispatcherConfiguration;
import io.renderyard.gateway.GatewayConfiguration;
import io.renderyard.worker.WorkerConfiguration;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** All three applications. */
@Configuration(proxyBeanMethods = false)
@Import({GatewayConfiguration.class, WorkerConfiguration.class, DispatcherConfiguration.class})
@ComponentScan
class StandaloneConfiguration {}
