package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.tenant.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class LoginAnswersTest {
    private final LoginAnswers answers =
            new LoginAnswers(new Traffic.Login("ann", new Secret("s3cret")), Origin.of("https://a.test/x"));

    private static JsonNode question(String id, String source, String origin, String scheme) {
        return JsonMapper.shared().readTree("""
                {"requestId": "%s", "authChallenge": {"source": "%s", "origin": "%s", "scheme": "%s", "realm": "r"}}""".formatted(id, source, origin, scheme));
    }

    private String response(JsonNode question) {
        return answers.to(question)
                .path("authChallengeResponse")
                .path("response")
                .asString("");
    }

    @Test
    void eachRequestIsAnsweredOnce() {
        assertThat(response(question("1", "Server", "https://a.test", "basic"))).isEqualTo("ProvideCredentials");
        assertThat(response(question("1", "Server", "https://a.test", "basic"))).isEqualTo("CancelAuth");
        assertThat(response(question("2", "Server", "https://a.test:443", "digest")))
                .isEqualTo("ProvideCredentials");
    }

    @ParameterizedTest
    @CsvSource({
        "Server, https://b.test, basic",
        "Server, http://a.test, basic",
        "Server, https://a.test:8443, basic",
        "Proxy, https://a.test, basic",
        "Server, https://a.test, ntlm",
        "Server, https://a.test, negotiate",
        "Server, '', basic",
    })
    void nobodyElseIsAnswered(String source, String origin, String scheme) {
        assertThat(response(question("1", source, origin, scheme))).isEqualTo("CancelAuth");
    }
}
