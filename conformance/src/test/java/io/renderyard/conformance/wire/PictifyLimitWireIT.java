package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.journey.Yard;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

/** A spent quota and too many requests are told apart by every client; contract pictify.md, sections 1.5 and 2.2. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictifyLimitWireIT {
    private static final int POLLS = 20;

    private final Yard yard = Yard.standaloneWith(
            Map.of("RENDERYARD_QUOTAS_PERMONTH", "3", "RENDERYARD_LIMITS_POLLS_PERMINUTE", Integer.toString(POLLS)));
    private final PictifyClient pictify = PictifyClient.of(yard.credentials());

    @AfterAll
    void end() {
        yard.close();
    }

    /** The first that is not a success. */
    private static Answer refused(Supplier<Answer> ask) {
        return Stream.generate(ask)
                .limit(2 * POLLS)
                .filter(answer -> answer.status() >= 400)
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aSpentQuotaIsToldAsSuch() {
        JsonNode body = PictifyClient.refusal(
                refused(() -> pictify.post("/image", "html", "<p>x", "width", 10, "height", 10)),
                402,
                "quota-exceeded");

        assertThat(body.path("code").asString()).isEqualTo("quota_exceeded");
    }

    @Test
    void whoAsksTooOftenIsToldWhenToComeBack() {
        Answer answer = refused(() -> pictify.get("/templates"));
        JsonNode body = PictifyClient.refusal(answer, 429, "rate-limit-exceeded");

        assertThat(body.has("code")).isFalse();
        assertThat(body.path("retry_after").asInt()).isPositive();
        assertThat(body.path("retryAfter")).isEqualTo(body.path("retry_after"));
        assertThat(answer.header("Retry-After"))
                .isEqualTo(body.path("retry_after").asString());
        assertThat(answer.header("X-RateLimit-Limit")).isEqualTo(Integer.toString(POLLS));
        assertThat(answer.header("X-RateLimit-Remaining")).isEqualTo("0");
        assertThat(answer.header("X-RateLimit-Reset")).matches("\\d{10}");
    }
}
