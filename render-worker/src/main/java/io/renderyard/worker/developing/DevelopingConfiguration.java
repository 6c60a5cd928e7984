package io.renderyard.worker.developing;

import java.nio.file.Path;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DevelopingConfiguration {
    @Bean
    Darkroom darkroom() {
        return Darkroom.in(Path.of(System.getProperty("java.io.tmpdir")));
    }
}
