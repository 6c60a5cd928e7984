package io.renderyard.process.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.tenant.CredentialVerifier;
import io.renderyard.process.limit.PlayedLimits;
import io.renderyard.process.limit.RateLimits;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over a bare socket, since no client of ours would send what is sent here. */
class ErrorReportTest {
    private static final ConfigurableApplicationContext APPLICATION = new SpringApplicationBuilder(Application.class)
            .properties(Map.of("spring.config.name", "process", "server.port", "0", "server.address", "127.0.0.1"))
            .run();

    @Configuration(proxyBeanMethods = false)
    @EnableAutoConfiguration
    @ComponentScan
    static class Application {
        @Bean
        CredentialVerifier nobody() {
            return presented -> Optional.empty();
        }

        @Bean
        RateLimits limits() {
            return PlayedLimits.none();
        }
    }

    @RestController
    static class Said {
        @GetMapping("/query")
        String query(HttpServletRequest request) {
            return String.valueOf(request.getQueryString());
        }

        @GetMapping("/refused")
        void refused(HttpServletResponse response) throws IOException {
            response.sendError(409, "Two at once.");
        }

        @GetMapping("/wordless")
        void wordless(HttpServletResponse response) throws IOException {
            response.sendError(503);
        }
    }

    @AfterAll
    static void stop() {
        APPLICATION.close();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '!',
            value = {
                "GET /query?a=b c=d HTTP/1.1 ! 400 ! not well-formed",
                "GET /qu{ery HTTP/1.1 ! 400 ! not well-formed",
                "GET /query?a=%zz\u0001 HTTP/1.1 ! 400 ! not well-formed",
                "nonsense ! 400 ! not well-formed",
                "GET /query HTTP/7.0 ! 505 ! could not be answered",
                "TRACE /query HTTP/1.1 ! 405 ! ",
                "GET /refused HTTP/1.1 ! 409 ! Two at once.",
                "GET /wordless HTTP/1.1 ! 503 ! could not be answered",
                "GET /nowhere HTTP/1.1 ! 404 ! "
            })
    void aRefusalIsAJsonObject(String line, int status, @Nullable String message) throws IOException {
        String answer = send(line);

        assertThat(answer).startsWith("HTTP/1.1 " + status);
        assertThat(answer.toLowerCase(Locale.ROOT)).contains("json").doesNotContain("<html");
        JsonNode body = new JsonMapper().readTree(answer.substring(answer.indexOf('{'), answer.lastIndexOf('}') + 1));
        assertThat(body.isObject()).isTrue();
        if (message != null) {
            assertThat(body.get("statusCode").asInt()).isEqualTo(status);
            assertThat(body.get("error").asString()).isNotBlank();
            assertThat(body.get("message").asString()).contains(message);
            assertThat(answer).contains("Cache-Control: no-store");
        }
    }

    @Test
    void aQueryThatWasNotEncodedComesThroughAsItIs() throws IOException {
        String query = "google_fonts=A|B&values={\"a\":[1,2]}&c=^`\\<>%7B%zz";

        String answer = send("GET /query?" + query + " HTTP/1.1");

        assertThat(answer).startsWith("HTTP/1.1 200");
        assertThat(body(answer)).isEqualTo(query);
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    /** Reads until the server hangs up. */
    private static String send(String line) throws IOException {
        int port = APPLICATION.getEnvironment().getRequiredProperty("local.server.port", Integer.class);
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(Math.toIntExact(Duration.ofSeconds(30).toMillis()));
            socket.getOutputStream()
                    .write((line + "\r\nHost: localhost\r\nAccept: text/html\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
