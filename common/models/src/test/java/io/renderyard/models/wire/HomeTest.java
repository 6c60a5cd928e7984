package io.renderyard.models.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.models.Kind;
import io.renderyard.models.Provider;
import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HomeTest {
    @ParameterizedTest
    @CsvSource({
        "BFL, https://api.bfl.ai, https://api.bfl.ai/v1/get_result?id=1, true",
        "BFL, https://api.bfl.ai, https://api.us1.bfl.ai/v1/get_result?id=1, true",
        "BFL, https://api.bfl.ai, https://API.EU.BFL.AI:443/v1/x, true",
        "BFL, https://api.bfl.ai, http://api.us1.bfl.ai/v1/x, false",
        "BFL, https://api.bfl.ai, https://api.us1.bfl.ai:8443/v1/x, false",
        "BFL, https://api.bfl.ai, https://api.evilbfl.ai/v1/x, false",
        "BFL, https://api.bfl.ai, https://bfl.ai.evil.example/v1/x, false",
        "BFL, https://api.bfl.ai, https://api.bfl.ai@evil.example/v1/x, false",
        "BFL, https://api.bfl.ai, https://me@api.bfl.ai/v1/x, false",
        "BFL, https://models.inside.example, https://api.bfl.ai/v1/x, false",
        "BFL, https://models.inside.example, https://other.inside.example/v1/x, false",
        "FAL, https://queue.fal.run, https://queue.fal.run/a/requests/1, true",
        "FAL, https://queue.fal.run, https://fal.run/a, true",
        "FAL, https://queue.fal.run, https://fal.media/files/1.png, false",
        "REPLICATE, https://api.replicate.com, https://stream.replicate.com/x, true",
        "REPLICATE, https://api.replicate.com, https://replicate.delivery/x.png, false",
        "OPENAI, http://localhost:8080, http://localhost:8080/jobs/1, true",
        "OPENAI, http://localhost:8080, http://localhost:8081/jobs/1, false",
        "OPENAI, http://localhost:8080, http://127.0.0.1:8080/jobs/1, false",
        "OPENAI, https://api.example.com, https://files.example.com/x, false",
    })
    void theKeyGoesHomeOnly(Kind kind, String base, String address, boolean own) {
        assertThat(home(kind, base).owns(URI.create(address))).isEqualTo(own);
    }

    @Test
    void aVersionIsNotSaidTwiceAndAModelIsOnePath() {
        assertThat(home(Kind.OPENAI, "http://localhost:8080/").at("/v1", "/images/edits"))
                .hasToString("http://localhost:8080/v1/images/edits");
        assertThat(home(Kind.OPENAI, "http://localhost:8080/openai/v1").at("/v1", "/images/edits"))
                .hasToString("http://localhost:8080/openai/v1/images/edits");
        assertThat(home(Kind.FAL, "https://queue.fal.run").at("", "/fal-ai/a b?c#d"))
                .hasToString("https://queue.fal.run/fal-ai/a%20b%3Fc%23d");
        assertThat(home(Kind.GEMINI, "https://g.example").at("/v1beta", "/models/gemini-3:generateContent"))
                .hasToString("https://g.example/v1beta/models/gemini-3:generateContent");
    }

    private static Home home(Kind kind, String base) {
        return Home.of(new Provider("p", kind, URI.create(base), null, 1));
    }
}
