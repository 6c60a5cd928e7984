package io.renderyard.bench.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.renderyard.bench.BenchException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LedgerOptionsTest {
    @Test
    void theLedgerGrowsTenfoldUpToTheFullest() throws BenchException {
        assertThat(levels("1000000")).containsExactly(10_000, 100_000, 1_000_000);
        assertThat(levels("250000")).containsExactly(10_000, 100_000, 250_000);
    }

    @Test
    void aSmallLedgerIsTheOnlyOne() throws BenchException {
        assertThat(levels("10000")).containsExactly(10_000);
        assertThat(levels("500")).containsExactly(500);
    }

    @Test
    void aNumberOutOfRangeIsRefused() {
        assertThatExceptionOfType(BenchException.class)
                .isThrownBy(() -> LedgerOptions.parse(List.of("--jobs", "0")))
                .withMessageContaining("--jobs needs a whole number from 1 to 1000000");
    }

    private static List<Integer> levels(String rows) throws BenchException {
        return LedgerOptions.parse(List.of("--rows", rows)).levels();
    }
}
