package io.renderyard.expression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ConditionalElementTest {
    private static final Map<String, Object> VALUES = Map.of(
            "yes",
            true,
            "no",
            false,
            "n",
            3,
            "s",
            "a\"b",
            "rows",
            List.of(Map.of("t", "A", "ok", 1), Map.of("t", "B")));

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '`',
            value = {
                "<p _if=\"yes\">a</p>b => <p>a</p>b",
                "<p _if=\"no\">a</p>b => b",
                "<p id=x _if=\"n > 2\" class=y>a</p> => <p id=x class=y>a</p>",
                "<p _if='n &gt; 5 &amp;&amp; yes'>a</p>b => b",
                "<p _if=\"n > 5\">a</p>b => b",
                "<p _if=no>a</p>b => b",
                "<p _if=\"{{ no }}\">a</p>b => b",
                "<p _if={{no}} id=x>a</p>b => b",
                "<p _if=\"missing\">a</p>b => b",
                "<p _if=\"isEmpty(missing)\">a</p> => <p>a</p>",
                "<p _if=\"s == 'a&quot;b'\">a</p> => <p>a</p>",
                "<div _if=\"no\"><div>a</div>b</div>c => c",
                "<div _if=\"yes\"><i _if=\"no\">a</i><b _if=\"yes\">b</b></div>c => <div><b>b</b></div>c",
                "<img _if=\"no\" src=x>a => a",
                "<IMG src=x _if=\"no\"/>a => a",
                "<svg><circle _if=\"no\"/><rect/></svg> => <svg><rect/></svg>",
                "<ul><li _if=\"no\">a<li>b</ul>c => <ul><li>b</ul>c",
                "<p>a<p _if=\"no\">b<div>c</div> => <p>a<div>c</div>",
                "<section><p _if=\"no\">a</section>b => <section></section>b",
                "<table><tr _if=\"no\"><td>a<tr><td>b</table> => <table><tr><td>b</table>",
                "<div _if=\"no\">a => ``",
                "<div _if=\"no\">a<br></b></div>b => b",
                "<p class=\"{{ n > 2 ? '>' : \"_if\" }}\" _if=\"no\">a</p>b => b",
                "<p class={{n}} _if=\"no\">a</p>b => b",
                "{{#if yes}}<p _if=\"no\">a{{else}}b{{/if}}c => c",
                "{{#if no}}<p _if=\"no\">{{else}}<p>{{/if}}a</p>b => <p>a</p>b",
                "<p _if=\"no\">{{#if yes}}</p>{{/if}}b => ``",
                "{{#each rows}}<p _if=\"ok\">{{t}}</p>{{/each}} => <p>A</p>",
                "{{#each rows as |row|}}<p _if=\"row.t == 'B' && @last\">{{row.t}}</p>{{/each}} => <p>B</p>",
                "<p _if=\"no\"><script>'</p>'</script>a</p>b => b",
                "<!-- <p _if=\"no\"> -->a => <!-- <p _if=\"no\"> -->a",
                "<p title=\"<p _if='no'>\">a</p> => <p title=\"<p _if='no'>\">a</p>",
                "an _if=\"no\" in text => an _if=\"no\" in text",
            })
    void anElementIsThereWhenItsConditionHolds(String text, String filled) throws Exception {
        assertThat(Template.parse(text).fill(VALUES, Filling.of(Escape.MARKUP, 1_000)))
                .isEqualTo(filled);
    }

    @Test
    void itsNamesAreVariables() throws Exception {
        assertThat(Template.parse("<p _if=\"a && !b\">{{c}}</p>{{#each d}}<i _if=\"item.x\"></i>{{/each}}")
                        .variables())
                .containsExactly("a", "b", "c", "d");
    }

    @Test
    void aConditionThatMeansNothingIsAnErrorOrStays() throws Exception {
        String text = "<p>\n<b _if=\"a b\">x</b>";

        assertThatThrownBy(() -> Template.parse(text)).isInstanceOfSatisfying(SyntaxException.class, e -> {
            assertThat(e.position().line()).isEqualTo(2);
            assertThat(e.position().column()).isEqualTo(9);
        });
        assertThat(Template.parseLeniently(text).fill(VALUES, Filling.of(Escape.MARKUP, 100)))
                .isEqualTo(text);
    }

    @Test
    void anElementIsShownWhenItsConditionFailsUnlessAllErrorsCount() throws Exception {
        Template template = Template.parse("<p _if=\"padStart('', 2000000)\">a</p>");

        assertThat(template.fill(VALUES, Filling.of(Escape.MARKUP, 100))).isEqualTo("<p>a</p>");
        assertThatThrownBy(() -> template.fill(VALUES, new Filling(Escape.MARKUP, true, name -> true, true, 100)))
                .isInstanceOf(EvaluationException.class);
    }

    @Test
    void elementsWithinElementsAreCountedAsBlocksAre() {
        assertThatThrownBy(() -> Template.parse("<div _if=\"yes\">".repeat(65)))
                .isInstanceOfSatisfying(
                        SyntaxException.class, e -> assertThat(e.code()).isEqualTo(SyntaxException.Code.TOO_LARGE));
    }
}
