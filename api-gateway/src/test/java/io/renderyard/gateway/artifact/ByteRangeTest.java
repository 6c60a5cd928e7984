package io.renderyard.gateway.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Of 1,000 bytes. */
class ByteRangeTest {
    private static final long SIZE = 1_000;

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 1",
        "bytes=0-999, 0, 1000",
        "bytes=0-, 0, 1000",
        "bytes=999-, 999, 1",
        "bytes=10-19, 10, 10",
        "bytes=990-2000, 990, 10",
        "bytes=-1, 999, 1",
        "bytes=-1000, 0, 1000",
        "bytes=-5000, 0, 1000"
    })
    void aRangeIsCutToWhatIsThere(String header, long first, long length) {
        assertThat(ByteRange.of(header, SIZE)).isEqualTo(new ByteRange.Wanted.Part(new ByteRange(first, length)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=1000-", "bytes=1000-2000", "bytes=-0"})
    void aRangeBeyondTheEndCannotBeSatisfied(String header) {
        assertThat(ByteRange.of(header, SIZE)).isEqualTo(new ByteRange.Wanted.Unsatisfiable());
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=a-b",
                "bytes=9-5",
                "items=0-1",
                "bytes=0-1,5-6",
                "bytes=99999999999999999999-"
            })
    void whatIsNoSingleRangeMeansTheWhole(@Nullable String header) {
        assertThat(ByteRange.of(header, SIZE)).isEqualTo(new ByteRange.Wanted.Whole());
    }

    @Test
    void ofNothingThereIsNoPart() {
        assertThat(ByteRange.of("bytes=0-", 0)).isEqualTo(new ByteRange.Wanted.Unsatisfiable());
        assertThat(ByteRange.of("bytes=-5", 0)).isEqualTo(new ByteRange.Wanted.Unsatisfiable());
    }

    @Test
    void theAnswerNamesWhatItHolds() {
        assertThat(new ByteRange(10, 5).contentRange(SIZE)).isEqualTo("bytes 10-14/1000");
    }
}
