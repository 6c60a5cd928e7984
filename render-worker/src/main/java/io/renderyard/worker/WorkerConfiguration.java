package io.renderyard.worker;

import io.renderyard.db.DbConfiguration;
import io.renderyard.process.ProcessConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * All of the render worker but what draws, to be started alone or together with others. Whoever starts it adds a
 * {@link io.renderyard.worker.rendering.Renderer}, as a rule that of {@code FleetConfiguration}.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
@Import({DbConfiguration.class, ProcessConfiguration.class})
@ComponentScan
@ConfigurationPropertiesScan
public class WorkerConfiguration {}
