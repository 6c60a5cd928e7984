package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.journey.Yard;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What models paint is paid for; contract pictory.md, sections 3.2, 4.4 and 10, and acceptance check 8. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class PictoryModelWireIT {
    private final Provider provider = new Provider();
    private final Yard yard = Yard.standaloneWith(Map.of("RENDERYARD_PROMPT_PROVIDERS_OPENAI_URL", provider.url()));
    private final PictoryClient pictory = PictoryClient.of(yard.credentials());

    /** What is charged is asked for by the month, so none may end meanwhile. */
    @BeforeAll
    void nothingWasChargedYet() {
        await("another month begins")
                .atMost(Duration.ofMinutes(4))
                .until(() -> YearMonth.now(ZoneOffset.UTC)
                        .equals(YearMonth.from(
                                OffsetDateTime.now(ZoneOffset.UTC).plusMinutes(3))));
        assertThat(used()).isEqualTo("0");
    }

    @AfterAll
    void end() {
        yard.close();
        provider.close();
    }

    @ParameterizedTest
    @CsvSource({"seedream3.0, 2", "flux-schnell, 0.6", "nanobanana, 4", "nanobanana-pro, 14"})
    void aModelHasItsPrice(String model, String credits) {
        String id = pictory.create("prompt", "a lighthouse", "model", model);
        JsonNode end = pictory.end(id);

        assertThat(end.path("data").path("status").asString())
                .as(end.toString())
                .isEqualTo("completed");
        assertThat(pictory.poll(id).text()).endsWith("\"aiCreditsUsed\":" + credits + "}}");
        assertThat(pictory.get("/aicredits/usage").ok().values())
                .filteredOn(entry ->
                        entry.path("amount").decimalValue().toPlainString().equals(credits))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.path("type").asString()).isEqualTo("debit");
                    assertThat(entry.path("source").asString()).isEqualTo("Text-to-Image");
                    assertThat(entry.path("description").asString()).contains(model);
                });
    }

    @Test
    void whatIsRefusedCostsNothing() {
        String before = used();
        JsonNode end = pictory.end(pictory.create("prompt", "something " + Provider.FORBIDDEN));

        assertThat(end.path("success").asBoolean()).isFalse();
        assertThat(end.path("data").path("status").asString()).isEqualTo("failed");
        assertThat(end.path("data").path("error_code").asString()).isEqualTo("CONTENT_POLICY_VIOLATION");
        assertThat(end.path("data").path("error_message").asString()).isNotBlank();
        assertThat(used()).isEqualTo(before);
    }

    private String used() {
        return pictory.get("/quota")
                .ok()
                .path("aiCredits")
                .path("used")
                .decimalValue()
                .toPlainString();
    }
}
