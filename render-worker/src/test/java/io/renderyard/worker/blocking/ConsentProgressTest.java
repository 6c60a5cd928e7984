package io.renderyard.worker.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConsentProgressTest {
    private static final String MAIN = "main";

    @ParameterizedTest
    @CsvSource({
        "waitingForInitResponse, 0, false",
        "started, 1, false",
        "started, 2, true",
        "nothingDetected, 1, true",
        "cmpDetected, 3, false",
        "openPopupDetected, 1, false",
        "runningOptOut, 1, false",
        "optOutFailed, 1, false",
        "optInFailed, 1, true",
        "done, 1, true",
    })
    void theMainDocumentDecides(String lifecycle, int looks, boolean settled) {
        assertThat(progress(report(MAIN, lifecycle, looks)).isSettled()).isEqualTo(settled);
    }

    @Test
    void nothingIsSettledBeforeThePageSpoke() {
        assertThat(ConsentProgress.NONE.isSettled()).isFalse();
        assertThat(progress(report("frame", "done", 1)).isSettled()).isFalse();
    }

    @Test
    void aBusyFrameIsWaitedForAndALookingOneIsNot() {
        ConsentProgress busy =
                progress(report(MAIN, "done", 1), report("a", "started", 0), report("b", "cmpDetected", 1));

        assertThat(busy.isSettled()).isFalse();
        assertThat(busy.after(report("b", "done", 1)).isSettled()).isTrue();
    }

    @Test
    void aPageThatMovesOnIsLookedAtAgain() {
        assertThat(progress(report(MAIN, "done", 1), report(MAIN, "waitingForInitResponse", 0))
                        .isSettled())
                .isFalse();
    }

    @Test
    void otherMessagesChangeNothing() {
        ConsentProgress done = progress(report(MAIN, "done", 1));

        assertThat(done.after("{\"type\":\"init\"}").after("nonsense")).isEqualTo(done);
    }

    private static ConsentProgress progress(String... payloads) {
        return Stream.of(payloads).reduce(ConsentProgress.NONE, ConsentProgress::after, (one, other) -> other);
    }

    private static String report(String instance, String lifecycle, int looks) {
        return """
                {"type":"report","instanceId":"%s","mainFrame":%s,"state":{"lifecycle":"%s","findCmpAttempts":%d}}""".formatted(instance, instance.equals(MAIN), lifecycle, looks);
    }
}
