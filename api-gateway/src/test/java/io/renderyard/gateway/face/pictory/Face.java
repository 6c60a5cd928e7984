package io.renderyard.gateway.face.pictory;

import io.renderyard.gateway.GatewaySettings;
import io.renderyard.gateway.submission.BoundedBody;
import io.renderyard.gateway.submission.PlayedRates;
import io.renderyard.gateway.submission.PlayedSubmissions;
import io.renderyard.gateway.submission.Submissions;
import io.renderyard.kernel.prompt.ModelCatalogue;
import io.renderyard.kernel.prompt.ModelOffer;
import io.renderyard.process.limit.LimitSettings;
import io.renderyard.process.prompt.PromptSettings;
import io.renderyard.process.web.WebSettings;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
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
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;

/** The writing side as clients meet it, without a server and a ledger. It is 20 November 2026. */
final class Face {
    static final String IMAGES = "/pictoryapis/v1/aistudio/images";
    static final int BURST = 20;

    final PlayedPorts ports;
    private final MockMvc mvc;

    Face() {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Parts.class);
        context.refresh();
        ports = context.getBean(PlayedPorts.class);
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    @ComponentScan({"io.renderyard.process.web", "io.renderyard.process.limit"})
    @Import({
        PictoryErrors.class,
        PictorySubmissionController.class,
        PictoryImageListController.class,
        PictoryTokenController.class,
        PictoryCreditsController.class,
        PictoryLeftOutController.class,
        BoundedBody.class
    })
    static class Parts {
        @Bean
        PlayedPorts ports() {
            return new PlayedPorts();
        }

        @Bean
        Submissions submissions(PlayedPorts ports) {
            return PlayedSubmissions.over(ports, ports);
        }

        @Bean
        ModelCatalogue catalogue() {
            List<String> ratios = List.of("1:1", "16:9", "9:16");
            return new ModelCatalogue(
                    List.of(
                            new ModelOffer("seedream3.0", ratios, BigDecimal.TWO, true),
                            new ModelOffer("flux-schnell", ratios, new BigDecimal("0.6"), false)),
                    List.of("vintage"));
        }

        @Bean
        PromptSettings prompts() {
            var model = new PromptSettings.Model(
                    "seedream3.0",
                    BigDecimal.TWO,
                    true,
                    true,
                    List.of(new PromptSettings.Size("1:1", 1_024, 1_024)),
                    List.of());
            return new PromptSettings(
                    List.of(model),
                    List.of(),
                    Map.of(),
                    BigDecimal.valueOf(1_000),
                    Duration.ofMinutes(10),
                    Duration.ofHours(1));
        }

        @Bean
        WebSettings web() {
            return new WebSettings(URI.create("https://render.example"));
        }

        @Bean
        InstantSource clock() {
            return InstantSource.fixed(Instant.parse("2026-11-20T10:00:00Z"));
        }

        @Bean
        LimitSettings limits() {
            return new LimitSettings(new LimitSettings.Limit(BURST, 1, null), new LimitSettings.Limit(50, 1, null));
        }

        @Bean
        PlayedRates rates() {
            return new PlayedRates();
        }

        @Bean
        GatewaySettings settings() {
            return new GatewaySettings(
                    DataSize.ofKilobytes(32),
                    null,
                    new GatewaySettings.Transforms(
                            DataSize.ofMegabytes(1), 1, Duration.ofSeconds(5), 1_000_000, DataSize.ofMegabytes(1)),
                    new GatewaySettings.Images(Duration.ofSeconds(5), GatewaySettings.SignedAnswer.REDIRECT),
                    new GatewaySettings.TemplateBatches(10));
        }
    }

    MockHttpServletResponse submit(String body, String... headers) throws Exception {
        return send("all", "POST", IMAGES, "application/json", body, headers);
    }

    MockHttpServletResponse get(String path) throws Exception {
        return send("all", "GET", "/pictoryapis/v1" + path, "application/json", "");
    }

    /** @param headers names and values, by turns */
    MockHttpServletResponse send(String key, String method, String path, String type, String body, String... headers)
            throws Exception {
        var request = MockMvcRequestBuilders.request(HttpMethod.valueOf(method), URI.create(path))
                .header(HttpHeaders.AUTHORIZATION, key)
                .header(HttpHeaders.CONTENT_TYPE, type)
                .accept("text/html")
                .content(body);
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return mvc.perform(request).andReturn().getResponse();
    }
}
