package io.renderyard.gateway.face.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.gateway.GatewaySettings;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.PlayedRates;
import io.renderyard.kernel.tenant.ApiKey;
import io.renderyard.kernel.usage.Interval;
import io.renderyard.kernel.usage.QuotaExceededException;
import io.renderyard.process.limit.LimitSettings;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The doorway as clients meet it, without a server and a ledger. */
final class Face {
    final PlayedKeys keys;
    private final MockMvc mvc;

    Face() {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Parts.class);
        context.refresh();
        keys = context.getBean(PlayedKeys.class);
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @ComponentScan({"io.renderyard.process.web", "io.renderyard.process.limit"})
    @Import({
        HctiErrors.class,
        PingController.class,
        LeftOutController.class,
        ApiKeyController.class,
        Strict.class,
        BoundedBody.class
    })
    static class Parts {
        @Bean
        PlayedKeys keys() {
            return new PlayedKeys();
        }

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Instant.EPOCH);
        }

        @Bean
        LimitSettings limits() {
            return new LimitSettings(LimitSettings.Limit.NONE, LimitSettings.Limit.NONE);
        }

        @Bean
        PlayedRates rates() {
            return new PlayedRates();
        }

        @Bean
        GatewaySettings settings() {
            return new GatewaySettings(
                    DataSize.ofKilobytes(16),
                    null,
                    new GatewaySettings.Transforms(
                            DataSize.ofMegabytes(1), 1, Duration.ofSeconds(5), 1_000_000, DataSize.ofMegabytes(1)),
                    new GatewaySettings.Images(Duration.ofSeconds(5), GatewaySettings.SignedAnswer.REDIRECT),
                    new GatewaySettings.TemplateBatches(10));
        }
    }

    /** Asks for what Spring refuses by itself, and breaks. */
    @RestController
    static class Strict {
        @PostMapping(path = "/v1/strict", consumes = "application/json")
        String strict(@RequestParam int number) {
            return "" + number;
        }

        @GetMapping("/v1/quota")
        String quota() {
            throw new QuotaExceededException(Interval.MONTH, 500, 499, 2, Duration.ofHours(1));
        }

        @GetMapping("/v1/defect")
        String defect() {
            throw new IllegalStateException("planted");
        }
    }

    /** With the key's own id and secret. */
    MockHttpServletResponse ask(ApiKey key, String method, String path, String body) throws Exception {
        return ask(basic(key.id().toString(), "secret-" + key.id()), method, path, body);
    }

    MockHttpServletResponse ask(ApiKey key, String method, String path) throws Exception {
        return ask(key, method, path, "");
    }

    MockHttpServletResponse ask(String authorization, String method, String path, String body) throws Exception {
        return mvc.perform(MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path))
                        .header(HttpHeaders.AUTHORIZATION, authorization)
                        .contentType("application/json")
                        .accept("text/html")
                        .content(body))
                .andReturn()
                .getResponse();
    }

    static String basic(String name, String password) {
        return "Basic " + HttpHeaders.encodeBasicAuth(name, password, StandardCharsets.UTF_8);
    }

    static JsonNode json(MockHttpServletResponse answer) throws Exception {
        assertThat(answer.getContentType()).startsWith("application/json");
        assertThat(answer.getHeader(HttpHeaders.CACHE_CONTROL)).isEqualTo("no-store");
        return new JsonMapper().readTree(answer.getContentAsString());
    }
}
