package io.renderyard.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final int LONG = 1_000;

    @Test
    void aPlaceIsFilledAndStaysText() throws Exception {
        Map<String, Object> values = Map.of("name", "<b>\"A\" & 'B'</b>");

        assertThat(markup("Hello {{name}}, {{ name }}!", values))
                .isEqualTo("Hello &lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;,"
                        + " &lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;!");
        assertThat(markup("{{{name}}}", values)).isEqualTo("<b>\"A\" & 'B'</b>");
    }

    @Test
    void aPathLeadsIntoMapsAndLists() throws Exception {
        Map<String, Object> values =
                Map.of("guest", Map.of("name", "Ada", "seats", List.of(12, Map.of("row", "C"))), "0", "zero");

        assertThat(markup("{{guest.name}} {{guest.seats.0}} {{guest.seats.1.row}} {{0}}", values))
                .isEqualTo("Ada 12 C zero");
        assertThat(markup("{{guest.seats}}/{{guest}}", values)).isEqualTo("12,[object Object]/[object Object]");
    }

    @Test
    void whatIsMissingIsEmpty() throws Exception {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("no", null);
        values.put("list", List.of("a"));

        assertThat(markup("[{{no}}{{none}}{{no.deeper}}{{list.1}}{{list.-1}}{{list.x}}{{list.99999999999}}]", values))
                .isEqualTo("[]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{}}",
                "{{ }}",
                "{name}",
                "{{name}",
                "{{name",
                "{{a b}}",
                "{{a + b}}",
                "{{.a}}",
                "{{a.}}",
                "{{a..b}}",
                "}}{{",
                "{{'x'}}",
                "a { b {} c"
            })
    void whatIsNoPlaceIsText(String text) throws Exception {
        assertThat(markup(text, Map.of("name", "x", "a", "y", "b", "z"))).isEqualTo(text);
    }

    @Test
    void bracesAroundAPlaceAreText() throws Exception {
        assertThat(markup("a{ {{name}} }", Map.of("name", "x"))).isEqualTo("a{ x }");
        assertThat(markup("{{{{name}}}}", Map.of("name", "<"))).isEqualTo("{<}");
    }

    @Test
    void aValueIsNeverReadAsATemplate() throws Exception {
        assertThat(markup("{{a}}", Map.of("a", "{{b}}", "b", "secret"))).isEqualTo("{{b}}");
    }

    @Test
    void inAnAddressAValueIsOnePiece() throws Exception {
        assertThat(Template.parse("https://a.example/{{id}}?q={{q}}&r={{{r}}}")
                        .fill(Map.of("id", "../a b", "q", "ä&c=d+e", "r", "1&s=2"), Escape.ADDRESS, LONG))
                .isEqualTo("https://a.example/..%2Fa%20b?q=%C3%A4%26c%3Dd%2Be&r=1&s=2");
    }

    @Test
    void thereIsABound() throws Exception {
        Template template = Template.parse("ab{{c}}");

        assertThat(template.fill(Map.of("c", "c"), Escape.NONE, 3)).isEqualTo("abc");
        assertThatThrownBy(() -> template.fill(Map.of("c", "cd"), Escape.NONE, 3))
                .isInstanceOfSatisfying(
                        TooLongException.class, e -> assertThat(e.bound()).isEqualTo(3));
        assertThatThrownBy(() -> template.fill(Map.of("c", "<"), Escape.MARKUP, 5))
                .isInstanceOf(TooLongException.class);
    }

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
    void numbersAreWrittenAsInJavaScript(BigDecimal number, String text) {
        assertThat(Written.of(number)).isEqualTo(text);
        assertThat(Written.of(number.doubleValue())).isEqualTo(text);
    }

    @Test
    void wholeNumbersAreWrittenWithAllTheirDigits() {
        assertThat(Written.of(-7)).isEqualTo("-7");
        assertThat(Written.of(9_007_199_254_740_993L)).isEqualTo("9007199254740993");
        assertThat(Written.of(BigInteger.TEN.pow(20))).isEqualTo("1" + "0".repeat(20));
        assertThat(Written.of(BigInteger.TEN.pow(21))).isEqualTo("1e+21");
        assertThat(Written.of(true)).isEqualTo("true");
    }

    private static String markup(String text, Map<String, ? extends @Nullable Object> values) throws TooLongException {
        return Template.parse(text).fill(values, Escape.MARKUP, LONG);
    }
}
