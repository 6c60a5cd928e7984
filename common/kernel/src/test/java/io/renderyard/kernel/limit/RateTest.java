package io.renderyard.kernel.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RateTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00.25Z");
    private static final Rate THREE = Rate.of(3, 1, Duration.ofSeconds(1));

    private Instant now = NOON;
    private Instant fullAt = Instant.EPOCH;

    private Level take(Rate rate) {
        Level level = rate.take(fullAt, now);
        fullAt = level.fullAt();
        return level;
    }

    @Test
    void asManyAsTheBurstPassAtOnceAndTheNextIsRefused() {
        for (int left = 2; left >= 0; left--) {
            Level level = take(THREE);
            assertThat(level.taken()).isTrue();
            assertThat(level.remaining()).isEqualTo(left);
            assertThat(level.retryAfterSeconds()).isEqualTo(left > 0 ? 0 : 1);
        }

        assertThat(take(THREE))
                .isEqualTo(new Level(false, 3, 0, NOON.plusSeconds(3), Duration.ofSeconds(3), Duration.ofSeconds(1)));
    }

    @Test
    void timeBringsOneCallAfterTheOther() {
        for (int call = 0; call < 4; call++) {
            Level unused = take(THREE);
        }
        now = NOON.plusMillis(999);
        assertThat(take(THREE).taken()).isFalse();
        now = NOON.plusSeconds(1);
        assertThat(take(THREE).taken()).isTrue();
        assertThat(take(THREE).taken()).isFalse();
    }

    @Test
    void whoIsRefusedDoesNotWaitLongerForIt() {
        for (int call = 0; call < 3; call++) {
            Level unused = take(THREE);
        }
        for (int refused = 0; refused < 1_000; refused++) {
            assertThat(take(THREE).fullAt()).isEqualTo(NOON.plusSeconds(3));
        }
        now = NOON.plusSeconds(1);
        assertThat(take(THREE).taken()).isTrue();
    }

    @Test
    void nothingIsSavedUpBeyondTheBurst() {
        Level unused = take(THREE);
        now = NOON.plusSeconds(3_600);

        assertThat(take(THREE).remaining()).isEqualTo(2);
    }

    @Test
    void secondsAreRoundedUpSoThatWhoComesBackThenIsNotRefused() {
        Rate minute = Rate.of(100, 100, Duration.ofMinutes(1));
        for (int call = 0; call < 100; call++) {
            assertThat(take(minute).taken()).isTrue();
        }
        now = NOON.plusMillis(10);
        Level refused = take(minute);

        assertThat(refused.untilNext()).isEqualTo(Duration.ofMillis(590));
        assertThat(refused.retryAfterSeconds()).isEqualTo(1);
        assertThat(refused.secondsUntilFull()).isEqualTo(60);
        assertThat(refused.fullAtEpochSecond()).isEqualTo(NOON.getEpochSecond() + 61);
    }

    @Test
    void aRateThatLetsNothingThroughIsNone() {
        assertThatThrownBy(() -> new Rate(0, Duration.ofSeconds(1))).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Rate(1, Duration.ofNanos(1))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noLimitIsAMillion() {
        assertThat(Level.unlimited(NOON).remaining()).isEqualTo(1_000_000);
        assertThat(Level.unlimited(NOON).taken()).isTrue();
    }
}
