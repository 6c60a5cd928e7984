package io.renderyard.db.tenant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RecentFindsTest {
    private final List<String> looks = new ArrayList<>();
    private Instant now = Instant.parse("2026-11-21T10:00:00Z");
    private Optional<String> truth = Optional.of("first");
    private final RecentFinds<String> finds = new RecentFinds<>(() -> now);

    @Test
    void whatWasJustFoundIsNotLookedForAgain() {
        assertThat(find("a")).contains("first");
        pass(RecentFinds.AGE.minusNanos(1));
        assertThat(find("a")).contains("first");

        assertThat(looks).containsExactly("a");
    }

    @Test
    void aChangeIsSeenWhenTheAgeIsOver() {
        find("a");
        truth = Optional.of("second");
        pass(RecentFinds.AGE);

        assertThat(find("a")).contains("second");
    }

    @Test
    void whatIsGoneIsNotFoundWhenTheAgeIsOver() {
        find("a");
        truth = Optional.empty();
        pass(RecentFinds.AGE);

        assertThat(find("a")).isEmpty();
    }

    @Test
    void whatWasNotFoundIsLookedForAgain() {
        truth = Optional.empty();
        assertThat(find("a")).isEmpty();
        truth = Optional.of("first");

        assertThat(find("a")).contains("first");
    }

    @Test
    void aClockThatIsPutBackMakesNothingLastLonger() {
        find("a");
        pass(Duration.ofHours(-1));
        truth = Optional.of("second");

        assertThat(find("a")).contains("second");
    }

    @Test
    void aFullMemoryForgetsTheOldAndThenTakesNoMore() {
        for (int i = 0; i < RecentFinds.MOST; i++) {
            find("old " + i);
        }
        find("one too many");
        find("one too many");
        assertThat(looks).filteredOn("one too many"::equals).hasSize(2);

        pass(RecentFinds.AGE);
        find("new");
        find("new");
        assertThat(looks).filteredOn("new"::equals).hasSize(1);
    }

    private Optional<String> find(String name) {
        return finds.find(name, looked -> {
            looks.add(looked);
            return truth;
        });
    }

    private void pass(Duration time) {
        now = now.plus(time);
    }
}
