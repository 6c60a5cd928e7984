package io.renderyard.preview.ink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DigitsTest {
    @ParameterizedTest
    @CsvSource({"0, 0", "1, 1", "-1.5, -1.5", "0.05, 0.05", "-0.05, -0.05", "2.345, 2.35", "-0.001, 0", "100.1, 100.1"})
    void numbersAreShort(double number, String digits) {
        assertThat(Digits.of(number)).isEqualTo(digits);
    }

    @Test
    void aPathTakesItsNumbersInOrder() {
        assertThat(Digits.path("M~ ~h5z", 1, -2.5)).isEqualTo("M1 -2.5h5z");
    }
}
