package io.renderyard.bench.fake;

import io.renderyard.worker.rendering.Renderer;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What stands behind the port of drawing instead of Chrome. */
@Configuration(proxyBeanMethods = false)
class FakeFleetConfiguration {
    /** @param duration of one render; environment variable {@code BENCH_RENDERDURATION}, such as {@code 40ms} */
    @Bean
    Renderer fakeRenderer(@Value("${bench.renderduration:0ms}") Duration duration) {
        return new FakeRenderer(duration);
    }

    /** The worker's readiness asks for browsers; there are none that could be down. */
    @Bean
    HealthIndicator browsersHealthIndicator() {
        return () -> Health.up().build();
    }
}
