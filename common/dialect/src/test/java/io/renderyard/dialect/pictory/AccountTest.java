package io.renderyard.dialect.pictory;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.painting.Credits.Charge;
import io.renderyard.kernel.tenant.AccessTokens.AccessToken;
import io.renderyard.kernel.tenant.Secret;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Contract pictory.md, sections 2.2 and 10. */
class AccountTest {
    private static final YearMonth NOW = YearMonth.of(2026, 11);

    @Test
    void aTokenIsToldAsAnswersOfTheVendorAre() {
        var token = TokenGranted.of(new AccessToken(new Secret("t-1"), Duration.ofHours(1)));

        assertThat(Json.write(token))
                .isEqualTo("{\"access_token\":\"t-1\",\"expires_in\":3600,\"token_type\":\"Bearer\"}");
        assertThat(token.toString()).doesNotContain("t-1");
    }

    @Test
    void aClientIsReadOfJsonAndOfForms() {
        var client = new TokenRequest("c-1", new Secret("s-1"));

        assertThat(json("{\"client_id\":\"c-1\",\"client_secret\":\"s-1\",\"grant_type\":7}"))
                .isEqualTo(new TokenRequest.Reading.Understood(client));
        assertThat(TokenRequest.form(Optional.of("c-1"), Optional.of("s-1")))
                .isEqualTo(new TokenRequest.Reading.Understood(client));
    }

    @Test
    void aClientThatIsNotThereIsNamed() {
        assertThat(json("{\"client_secret\":7}"))
                .isEqualTo(new TokenRequest.Reading.Wrong(List.of(
                        new FieldError("client_id", "\"client_id\" is required"),
                        new FieldError("client_secret", "\"client_secret\" must be a string"))));
        assertThat(TokenRequest.form(Optional.of("c-1"), Optional.empty()))
                .isEqualTo(new TokenRequest.Reading.Wrong(
                        List.of(new FieldError("client_secret", "\"client_secret\" is required"))));
        assertThat(json("[]"))
                .isEqualTo(new TokenRequest.Reading.Wrong(
                        List.of(new FieldError("value", "\"value\" must be of type object"))));
        assertThat(json("client_id=c-1")).isEqualTo(new TokenRequest.Reading.Wrong(List.of()));
    }

    @Test
    void aQuotaIsOfCreditsAlone() {
        assertThat(Json.write(QuotaView.of(new BigDecimal("12.60"), BigDecimal.valueOf(1_000))))
                .isEqualTo(
                        "{\"videoMinutes\":{\"used\":0,\"limit\":0},\"transcriptionMinutes\":{\"used\":0,\"limit\":0},"
                                + "\"elevenLabsVoiceOverMinutes\":{\"used\":0,\"limit\":0},"
                                + "\"aiCredits\":{\"used\":12.6,\"limit\":1000}}");
    }

    @Test
    void whereThereIsNoLimitItIsAVeryLargeNumber() {
        assertThat(Json.write(QuotaView.of(BigDecimal.ZERO, null)))
                .contains("\"aiCredits\":{\"used\":0,\"limit\":1000000000}");
    }

    @Test
    void aChargeIsADebit() {
        UUID id = new UUID(1, 2);
        var charge = new Charge(id, new BigDecimal("0.6000"), "flux-schnell", Instant.parse("2026-11-20T10:15:30.1Z"));

        assertThat(Json.write(CreditEntry.of(charge)))
                .isEqualTo("{\"transactionId\":\"" + id + "\",\"type\":\"debit\",\"amount\":0.6,"
                        + "\"source\":\"Text-to-Image\",\"description\":\"Image by flux-schnell\","
                        + "\"plan\":\"Renderyard\",\"transactionDate\":\"2026-11-20T10:15:30.100Z\"}");
    }

    @ParameterizedTest
    @CsvSource(
            value = {
                "NULL, NULL, 2026-11",
                "2025, 3, 2025-03",
                "2025, 03, 2025-03",
                "NULL, 2, 2026-02",
                "2026, 12, 2026-12"
            },
            nullValues = "NULL")
    void aMonthIsThisOneOrTheOneThatIsNamed(@Nullable String year, @Nullable String month, YearMonth expected) {
        assertThat(CreditPeriod.read(year, month, NOW)).contains(expected);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"2026, NULL", "2026, 0", "2026, 13", "2026, x", "26, 1", "x, 1", "2026, ''", "'', 1", "-2026, 1"},
            nullValues = "NULL")
    void whatIsNoMonthIsRefused(@Nullable String year, @Nullable String month) {
        assertThat(CreditPeriod.read(year, month, NOW)).isEmpty();
    }

    @Test
    void twelveMonthsCanBeLookedUp() {
        assertThat(CreditPeriod.isKept(YearMonth.of(2025, 12), NOW)).isTrue();
        assertThat(CreditPeriod.isKept(YearMonth.of(2025, 11), NOW)).isFalse();
    }

    private static TokenRequest.Reading json(String body) {
        return TokenRequest.json(body.getBytes(StandardCharsets.UTF_8));
    }
}
