package io.renderyard.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What holds for every text, whoever wrote it: it has a result within its bounds, or one of the two exceptions. */
final class Promises {
    private static final int LONG = 10_000;
    private static final Map<String, @Nullable Object> VALUES = values();

    private Promises() {}

    private static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("a", 7);
        values.put("b", "x<'{{a}}'>");
        values.put("c", Arrays.asList(1, "2", null, List.of(3.5, true)));
        values.put("d", Map.of("a", "&", "b", List.of(), "c-d", Map.of("e", -0.0)));
        values.put("e", null);
        values.put("f", "2026-01-29T10:30:00Z");
        values.put("a-b", "javascript:x");
        return values;
    }

    static Filling filling(Escape escape, boolean isStrict, boolean hasScripts) {
        return new Filling(escape, isStrict, isStrict ? "bd"::contains : name -> true, hasScripts, LONG);
    }

    /** What means something to the strict means the same to the lenient. */
    static void ofTemplate(String text, Filling how) {
        String filled = filled(text, false, how);
        String leniently = filled(text, true, how);

        assertThat(leniently.length()).isLessThanOrEqualTo(LONG);
        if (!filled.isEmpty()) {
            assertThat(leniently).isEqualTo(filled);
        }
    }

    /** Empty where it is refused. */
    private static String filled(String text, boolean isLenient, Filling how) {
        try {
            Template template = isLenient ? Template.parseLeniently(text) : Template.parse(text);
            template.variables().forEach(name -> assertThat(name).isNotEmpty());
            return template.fill(VALUES, how);
        } catch (SyntaxException e) {
            assertThat(e.position().offset()).isBetween(0, text.length());
            return "";
        } catch (EvaluationException e) {
            assertThat(e.getMessage()).isNotBlank();
            return "";
        }
    }

    static void ofExpression(String text, boolean isStrict) {
        try {
            Expression expression = Expression.parse(text);
            Expression.Result result = expression.evaluate(VALUES, isStrict);

            assertThat(result.text().length()).isLessThanOrEqualTo(1 << 20);
            assertThat(Expression.parse("{{" + text + "}}")
                            .evaluate(VALUES, isStrict)
                            .text())
                    .isEqualTo(result.text());
        } catch (SyntaxException e) {
            assertThat(e.position().offset()).isBetween(0, text.length() + 4);
        } catch (EvaluationException e) {
            assertThat(e.getMessage()).isNotBlank();
        }
    }

    /** It is never read as a template, and never as markup. */
    static void ofValue(String value) throws Exception {
        Map<String, Object> values = Map.of("v", value, "a", "secret");

        assertThat(Template.parse("{{v}}").fill(values, Filling.of(Escape.NONE, LONG)))
                .isEqualTo(value);
        assertThat(unescaped(Template.parse("<p>{{v}}</p>").fill(values, Filling.of(Escape.MARKUP, 10 * LONG))))
                .isEqualTo("<p>" + value + "</p>");
    }

    private static String unescaped(String markup) {
        return markup.replace("&#61;", "=")
                .replace("&#96;", "`")
                .replace("&#39;", "'")
                .replace("&quot;", "\"")
                .replace("&gt;", ">")
                .replace("&lt;", "<")
                .replace("&amp;", "&");
    }
}
