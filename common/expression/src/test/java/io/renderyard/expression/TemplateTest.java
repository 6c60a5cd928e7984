package io.renderyard.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TemplateTest {
    private static final int LONG = 1_000;

    @Test
    void aValueStaysText() throws Exception {
        Map<String, Object> values = Map.of("name", "<b>\"A\" & 'B'</b>`=");
        String escaped = "&lt;b&gt;&quot;A&quot; &amp; &#39;B&#39;&lt;/b&gt;&#96;&#61;";

        assertThat(markup("Hello {{name}}, {{ name }}!", values)).isEqualTo("Hello " + escaped + ", " + escaped + "!");
        assertThat(markup("{{{name}}}", values)).isEqualTo("<b>\"A\" & 'B'</b>`=");
    }

    @Test
    void aPathLeadsIntoMapsAndLists() throws Exception {
        Map<String, Object> values = Map.of("guest", Map.of("name", "Ada", "seats", List.of(12, Map.of("row", "C"))));

        assertThat(markup("{{guest.name}} {{guest.seats.0}} {{guest.seats.1.row}} {{guest['seats'][1].row}}", values))
                .isEqualTo("Ada 12 C C");
        assertThat(markup("{{{guest.seats}}}", values)).isEqualTo("12,{\"row\":\"C\"}");
    }

    @Test
    void whatIsMissingIsEmpty() throws Exception {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("no", null);
        values.put("list", List.of("a"));

        assertThat(markup(
                        "[{{no}}{{none}}{{no.deeper}}{{list.1}}{{list.x}}{{list.99999999999}}{{list.constructor}}]",
                        values))
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
                "{{.a}}",
                "{{a.}}",
                "{{a..b}}",
                "{{shout(a)}}",
                "{{#table a}}b{{/table}}",
                "{{ if you are b }}",
                "{{/if}}",
                "{{else}}",
                "}}{{",
                "a { b {} c"
            })
    void whatMeansNothingIsTextToTheLenient(String text) throws Exception {
        assertThat(markup(text, Map.of("name", "x", "a", "y", "b", "z"))).isEqualTo(text);
    }

    @Test
    void aPlaceIsFoundBehindWhatMeansNothing() throws Exception {
        Map<String, Object> values = Map.of("name", "x");

        assertThat(markup("{{it's not {{name}} isn't}} {{name}}", values)).isEqualTo("{{it's not x isn't}} x");
        assertThat(markup("{{ it's }} {{name}} isn't {{name}}", values)).isEqualTo("{{ it's }} x isn't x");
        assertThat(markup("{{" + "a ".repeat(2_000) + "{{name}}", values)).endsWith("a a x");
        assertThat(markup("{{! it's a comment }}{{name}}'{{!-- {{name}} --}}", values))
                .isEqualTo("x'");
    }

    @Test
    void bracesAroundAPlaceAreText() throws Exception {
        Map<String, Object> values = Map.of("name", "<");

        assertThat(markup("a{ {{name}} }", values)).isEqualTo("a{ &lt; }");
        assertThat(markup("{{{{name}}}}", values)).isEqualTo("{<}");
        assertThat(markup("p{color:{{name}}}", values)).isEqualTo("p{color:&lt;}");
        assertThat(markup("{{{name}}", values)).isEqualTo("{&lt;");
    }

    @Test
    void bracesInQuotesEndNothing() throws Exception {
        assertThat(markup("{{ '}}' + name }}", Map.of("name", "x"))).isEqualTo("}}x");
    }

    @Test
    void aValueIsNeverReadAsATemplate() throws Exception {
        assertThat(markup("{{a}}{{{a}}}", Map.of("a", "{{b}}", "b", "secret"))).isEqualTo("{{b}}{{b}}");
    }

    @Test
    void inAnAddressAValueIsOnePiece() throws Exception {
        Template template = Template.parse("https://a.example/{{id}}?q={{q}}&r={{{r}}}");

        assertThat(template.fill(
                        Map.of("id", "../a b", "q", "ä&c=d+e", "r", "1&s=2"), Filling.of(Escape.ADDRESS, LONG)))
                .isEqualTo("https://a.example/..%2Fa%20b?q=%C3%A4%26c%3Dd%2Be&r=1&s=2");
    }

    @Test
    void thereIsABound() throws Exception {
        Template template = Template.parse("ab{{c}}");

        assertThat(template.fill(Map.of("c", "c"), Filling.of(Escape.NONE, 3))).isEqualTo("abc");
        assertThatThrownBy(() -> template.fill(Map.of("c", "cd"), Filling.of(Escape.NONE, 3)))
                .isInstanceOfSatisfying(
                        EvaluationException.class,
                        e -> assertThat(e.code()).isEqualTo(EvaluationException.Code.TOO_LONG));
        assertThatThrownBy(() -> template.fill(Map.of("c", "<"), Filling.of(Escape.MARKUP, 5)))
                .hasMessageContaining("5 characters");
    }

    @Test
    void aNameWithADashIsAVariableWhereThereIsOne() throws Exception {
        Map<String, Object> values =
                Map.of("first-name", "ada", "a", 7, "b", 2, "guest", Map.of("full-name", "Ada L."));

        assertThat(markup("{{first-name}} {{first-name + '!'}} {{uppercase first-name}} {{guest.full-name}}", values))
                .isEqualTo("ada ada! ADA Ada L.");
        assertThat(markup("{{a-b}} {{a-b*2}} {{10-a-b}}", values)).isEqualTo("5 3 1");
        assertThat(Template.parse("{{first-name}}").variables()).containsExactly("first", "name");
    }

    @Test
    void variablesAreTheFirstNames() throws Exception {
        assertThat(Template.parse(
                                "{{uppercase user.name}} {{#each items as |row at|}}{{row.x}}{{at}}{{index}}{{y}}{{/each}}"
                                        + "{{ if a && b[c] }}{{ 'd' }}{{ elseif e }}{{ f | default:g }}{{ endif }}{{uppercase}}")
                        .variables())
                .containsExactly("user", "items", "y", "a", "b", "c", "e", "f", "g", "uppercase");
    }

    @Test
    void blocksNest() throws Exception {
        Map<String, Object> values =
                Map.of("rows", List.of(Map.of("cells", List.of(1, 2)), Map.of("cells", List.of())), "unit", "m");

        assertThat(markup(
                        "{{#each rows}}[{{#each this.cells}}{{this}}{{unit}}{{#unless @last}},{{/unless}}{{else}}none{{/each}}]{{/each}}",
                        values))
                .isEqualTo("[1m,2m][none]");
        assertThat(markup("{{#each rows as |row at|}}{{at}}:{{length row.cells}} {{../unit}};{{/each}}", values))
                .isEqualTo("0:2 m;1:0 m;");
        assertThat(markup("{{#with rows.0}}{{cells}}{{else}}nothing{{/with}}", values))
                .isEqualTo("1,2");
        assertThat(markup("{{#each m}}{{@key}}={{this}}{{/each}}", Map.of("m", Map.of("k", "v"))))
                .isEqualTo("k=v");
    }

    @Test
    void aBareIfIsABlockUnlessItChoosesBetweenTwo() throws Exception {
        Map<String, Object> values = Map.of("a", 1, "b", 0);

        assertThat(markup(
                        "{{ if -a < 0 }}x{{ else if b }}y{{ endif }}{{ if(b, 1, 2) }}{{ if (a) && (b) }}z{{ /if }}",
                        values))
                .isEqualTo("x2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "a {{#if b}} | 1 | 3 | the block {{#if b}} does not end",
                "{{/if}} | 1 | 1 | {{/if}} ends a block that does not begin",
                "{{#if a}}{{/each}} | 1 | 10 | {{/each}} does not end {{#if a}}",
                "{{#if a}}{{else}}{{else}}{{/if}} | 1 | 18 | nothing comes after {{else}}",
                "{{ shout(a) }} | 1 | 4 | there is no function \"shout\"",
                "{{ a b }} | 1 | 6 | the expression should end here",
            })
    void theStrictSayWhatIsWrongAndWhere(String text, int line, int column, String message) {
        assertThatThrownBy(() -> Template.parse(text))
                .hasMessage(message)
                .isInstanceOfSatisfying(SyntaxException.class, e -> {
                    assertThat(e.position().line()).isEqualTo(line);
                    assertThat(e.position().column()).isEqualTo(column);
                });
    }

    @Test
    void inStrictFillingsEachNameMustHaveAValue() throws Exception {
        Filling strict = new Filling(Escape.MARKUP, true, name -> false, false, LONG);

        assertThat(Template.parse("{{#if a}}x{{/if}}{{default b 'y'}}{{isEmpty(c)}}{{c ? 1 : 2}}")
                        .fill(Map.of(), strict))
                .isEqualTo("ytrue2");
        for (String text : List.of("{{a}}", "{{a.b}}", "{{uppercase(a)}}", "{{#if a > 1}}x{{/if}}")) {
            assertThatThrownBy(() -> Template.parse(text).fill(Map.of(), strict))
                    .isInstanceOfSatisfying(
                            EvaluationException.class,
                            e -> assertThat(e.code()).isEqualTo(EvaluationException.Code.UNDEFINED_VARIABLE));
        }
    }

    @Test
    void rawIsOnlyWhatMayBe() throws Exception {
        assertThat(raw("{{{bio}}}{{{name ? bio : 'x'}}}{{#each bio}}{{{this}}}{{/each}}{{{bio | uppercase}}}"))
                .isEqualTo("<b>,2<b>,2<b>2<B>,2");
        for (String text : List.of(
                "{{{name}}}",
                "{{{bio + name}}}",
                "{{#each list}}{{{this}}}{{/each}}",
                "{{#each list as |bio|}}{{{bio}}}{{/each}}",
                "{{#each map}}{{{@key}}}{{/each}}",
                "{{#with map}}{{{bio}}}{{/with}}",
                "{{#with map}}{{#with bio}}{{{this}}}{{/with}}{{/with}}",
                "{{#with bio}}{{{../name}}}{{/with}}",
                "{{{this}}}",
                "{{{@root.name}}}",
                "{{{a-b}}}",
                "<script>{{{bio}}}</script>")) {
            assertThatThrownBy(() -> raw(text))
                    .as(text)
                    .isInstanceOfSatisfying(
                            EvaluationException.class,
                            e -> assertThat(e.code()).isEqualTo(EvaluationException.Code.RAW_NOT_ALLOWED));
        }
    }

    private static String raw(String text) throws Exception {
        Map<String, Object> values = Map.of(
                "bio",
                List.of("<b>", 2),
                "name",
                "<i>",
                "list",
                List.of("<u>"),
                "map",
                Map.of("bio", Map.of("x", 1)),
                "a-b",
                "<p>",
                "a",
                1,
                "b",
                2);
        return Template.parse(text)
                .fill(values, new Filling(Escape.MARKUP, true, Set.of("bio", "a", "b")::contains, false, LONG));
    }

    private static String markup(String text, Map<String, ? extends @Nullable Object> values) throws Exception {
        return Template.parseLeniently(text).fill(values, Filling.of(Escape.MARKUP, LONG * 10));
    }
}
