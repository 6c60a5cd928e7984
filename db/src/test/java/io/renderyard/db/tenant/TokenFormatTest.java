package io.renderyard.db.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TokenFormatTest {
    private static final Duration HOUR = Duration.ofHours(1);
    private static final UUID ID = new UUID(1, 2);

    @TempDir
    Path secrets = Path.of("");

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");

    @Test
    void aTokenStandsForItsCredentialUntilItsEnd() {
        TokenFormat tokens = at(secrets);
        Secret token = tokens.write(ID, now.plus(HOUR));

        now = now.plus(HOUR).minusMillis(1);
        assertThat(tokens.read(token)).contains(ID);
        now = now.plusMillis(1);
        assertThat(tokens.read(token)).isEmpty();
    }

    @Test
    void aTokenLooksAsItsClientsExpect() {
        String token = at(secrets).write(ID, now).reveal();

        assertThat(token).matches("eyJ[\\w-]+\\.eyJ[\\w-]+\\.[\\w-]{43}");
        assertThat(decoded(token.split("\\.")[0])).isEqualTo("{\"alg\":\"HS256\",\"typ\":\"JWT\"}");
        assertThat(decoded(token.split("\\.")[1]))
                .isEqualTo("{\"sub\":\"" + ID + "\",\"exp\":" + now.getEpochSecond() + "}");
    }

    @Test
    void whatWasChangedStandsForNobody() {
        TokenFormat tokens = at(secrets);
        String token = tokens.write(ID, now.plus(HOUR)).reveal();
        String[] parts = token.split("\\.");
        String longer = encoded(decoded(parts[1]).replaceAll("\\d+}", "99999999999}"));
        String unsigned = encoded("{\"alg\":\"none\",\"typ\":\"JWT\"}");

        for (String wrong : List.of(
                "",
                "eyJ.eyJ." + "A".repeat(43),
                parts[0] + '.' + longer + '.' + parts[2],
                unsigned + '.' + parts[1] + '.' + parts[2],
                parts[0] + '.' + parts[1] + '.' + "A".repeat(43),
                parts[0] + '.' + parts[1] + '.',
                token + "A",
                ' ' + token)) {
            assertThat(tokens.read(new Secret(wrong))).as(wrong).isEmpty();
        }
    }

    @Test
    void aTokenOfAnotherInstallationStandsForNobody() {
        Secret token = at(secrets.resolve("another")).write(ID, now.plus(HOUR));

        assertThat(TokenFormat.matches(token)).isTrue();
        assertThat(at(secrets).read(token)).isEmpty();
    }

    private TokenFormat at(Path folder) {
        return new TokenFormat(MasterKey.in(folder, new SecureRandom()), () -> now);
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String json) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
