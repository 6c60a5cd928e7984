package io.renderyard.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenTest {
    @ParameterizedTest
    @CsvSource({
        "1.0, 1",
        "1.5, 1.5",
        "-0.0, 0",
        "0.1, 0.1",
        "100, 100",
        "1e20, 100000000000000000000",
        "1e21, 1e+21",
        "-1.25e21, -1.25e+21",
        "123456789.125, 123456789.125",
        "0.000001, 0.000001",
        "0.0000001, 1e-7",
        "-1.5e-9, -1.5e-9",
        "1.7976931348623157e308, 1.7976931348623157e+308",
    })
    void numbersAreWrittenAsInJavaScript(BigDecimal number, String text) throws Exception {
        assertThat(written(number)).isEqualTo(text);
        assertThat(written(number.doubleValue())).isEqualTo(text);
    }

    @Test
    void wholeNumbersAreWrittenWithAllTheirDigits() throws Exception {
        assertThat(written(-7)).isEqualTo("-7");
        assertThat(written(9_007_199_254_740_993L)).isEqualTo("9007199254740993");
        assertThat(written(BigInteger.TEN.pow(20))).isEqualTo("1" + "0".repeat(20));
        assertThat(written(BigInteger.TEN.pow(21))).isEqualTo("1e+21");
        assertThat(written(true)).isEqualTo("true");
    }

    private static String written(@Nullable Object value) throws EvaluationException {
        return Written.of(value, new Budget());
    }
}
