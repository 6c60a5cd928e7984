package io.renderyard.worker.painting;

import static io.renderyard.worker.painting.Examples.picture;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.egress.Reason;
import io.renderyard.egress.ServiceAnswer;
import io.renderyard.egress.Verdict;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.worker.rendering.RenderException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReferencesTest {
    private static final URI ADDRESS = URI.create("https://a.example/boat");
    private static final Duration SOON = Duration.ofMillis(20);

    @ParameterizedTest
    @ValueSource(strings = {"png", "jpeg", "gif"})
    void theBytesSayWhatItIs(String format) throws Exception {
        try (Reference reference = fetched(responded(200, picture(format, 8, 8)))) {
            assertThat(reference.contentType()).isEqualTo("image/" + format);
            assertThat(reference.dataAddress()).startsWith("data:image/" + format + ";base64,");
        }
    }

    @Test
    void whyItCannotBeUsedIsTold() {
        assertRefused(responded(403, new byte[0]), "answers with status 403");
        assertRefused(new ServiceAnswer.Unreachable<>("no address for a.example"), "no address for a.example");
        assertRefused(new ServiceAnswer.Late<>(SOON), "did not arrive within 15 s");
        assertRefused(new ServiceAnswer.TooLarge<>(20_000_000), "more than 20 MB");
        assertRefused(responded(200, "<svg/>".getBytes(StandardCharsets.UTF_8)), "markup");
        assertRefused(responded(200, new byte[0]), "none of the formats");
    }

    @Test
    void whatTheFarmMayNotContactIsNotNamed() {
        var inside = new ServiceAnswer.Refused<byte[]>(
                new Verdict.Refused(Reason.ADDRESS, "a.example is 10.0.0.7, private"));

        assertThatThrownBy(() -> fetched(inside))
                .hasMessageContaining("not publicly accessible")
                .hasMessageNotContaining("10.0.0.7");
    }

    @Test
    void moreThanFortyMegapixelsAreRefusedUnread() {
        byte[] wide = picture("png", 8, 8);
        wide[18] = (byte) 0x20; // of the declared width
        wide[22] = (byte) 0x20;

        assertRefused(responded(200, wide), "at most");
    }

    @Test
    void roomIsHeldUntilItIsClosedAndGivenBackWhenThereIsNone() throws Exception {
        Room room = new Room(30_000_000);
        References references = new References((address, most, bytes) -> responded(200, picture("png", 8, 8)), room);
        References failing = new References((address, most, bytes) -> responded(404, new byte[0]), room);
        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> failing.fetch(ADDRESS, SOON)).hasMessageContaining("404");
        }

        // Small ones keep little of the 20 MB that each might have had.
        try (Reference first = references.fetch(ADDRESS, SOON);
                Reference second = references.fetch(ADDRESS, SOON)) {
            assertThat(room.take(29_000_000, SOON)).isPresent();
            assertThatThrownBy(() -> references.fetch(ADDRESS, SOON))
                    .isInstanceOfSatisfying(
                            RenderException.class,
                            e -> assertThat(e.failure().code()).isEqualTo(FailureCode.MODEL_TIMEOUT));
        }
    }

    private static Reference fetched(ServiceAnswer<byte[]> answer) throws RenderException, InterruptedException {
        return new References((address, atMost, mostBytes) -> {
                    assertThat(address).isEqualTo(ADDRESS);
                    assertThat(atMost).isEqualTo(Duration.ofSeconds(15));
                    assertThat(mostBytes).isEqualTo(20_000_000);
                    return answer;
                })
                .fetch(ADDRESS, SOON);
    }

    private static void assertRefused(ServiceAnswer<byte[]> answer, String why) {
        assertThatThrownBy(() -> fetched(answer)).isInstanceOfSatisfying(RenderException.class, e -> {
            assertThat(e.failure().code()).isEqualTo(FailureCode.REFERENCE_UNAVAILABLE);
            assertThat(e.failure().message()).contains(why).contains("Give the public address");
        });
    }

    private static ServiceAnswer<byte[]> responded(int status, byte[] body) {
        return new ServiceAnswer.Responded<>(status, Map.of(), body, Optional.empty());
    }
}
