package io.renderyard.gateway.face.yard;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreferenceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "wait=20|20",
                "WAIT = 20|20",
                "wait=\"20\"|20",
                "respond-async, wait=5|5",
                "wait=5, respond-async|5",
                "wait=5, wait=9|5",
                "wait=0|0",
                "wait=60|60",
                "wait=61|60",
                "wait=999999|60"
            })
    void aWishToWaitIsHeardUpToABound(String prefer, long seconds) {
        assertThat(Preference.wait(prefer)).contains(Duration.ofSeconds(seconds));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                ",",
                "wait",
                "wait=",
                "wait=-1",
                "wait=1.5",
                "wait=soon",
                "wait=99999999999",
                "waiting=5",
                "respond-async"
            })
    void whatIsNotUnderstoodIsPassedOver(@Nullable String prefer) {
        assertThat(Preference.wait(prefer)).isEmpty();
    }
}
