package io.renderyard.handlebars;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class InvalidTemplateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a {{name; 3; never closed with }}.",
                "{{#if a}}; 1; {{#if}} is never closed with {{/if}}.",
                "{{/if}}; 1; closes a block that is not open",
                "{{#if a}}{{/each}}; 10; {{/each}} stands where {{/if}} is due",
                "{{else}}; 1; no block here",
                "{{#if a}}{{else}}{{else}}{{/if}}; 18; no block here",
                "{{}}; 1; does not begin with a name",
                "{{{a}}; 1; three opening braces",
                "p{a:{{a}}}; 5; write a space",
                "{{a {{b}}; 1; before the next tag",
                "{{a..b}}; 1; “a..b” is no name",
                "{{shout a}}; 1; no helper “shout”",
                "{{#shout a}}{{/shout}}; 1; no helper “shout”",
                "{{#if (shout a)}}{{/if}}; 1; no helper “shout”",
                "{{log a}}; 1; no helper “log”",
                "{{i18n 'a'}}; 1; no helper “i18n”",
                "{{#if}}{{/if}}; 1; “if” takes 1 value, not 0",
                "{{#each a b}}{{/each}}; 1; “each” takes 1 value, not 2",
                "{{lookup a}}; 1; “lookup” takes 2 values, not 1",
                "{{if a}}; 1; “if” opens a block",
                "{{#each a b=1}}{{/each}}; 1; no option “b” for “each”",
                "{{#each a as b}}{{/each}}; 1; “as” is followed by",
                "{{^if a}}{{/if}}; 1; out of place",
                "{{> other}}; 1; partials",
                "{{#> other}}{{/other}}; 1; partials",
                "{{#*inline 'a'}}{{/inline}}; 1; decorators",
                "{{* a}}; 1; decorators",
                "{{{{raw}}}}{{{{/raw}}}}; 1; raw blocks",
                "{{=<% %>=}}; 1; delimiters",
                "{{!-- a }}; 1; never closed with }}.",
                "{{true}}; 2; cannot be read here",
            })
    void whatIsWrongIsSaidInPlainWords(String template, int column, String sentence) {
        assertThatThrownBy(() -> HandlebarsTemplate.compile(template))
                .isInstanceOfSatisfying(InvalidTemplateException.class, e -> {
                    assertThat(e.line()).isEqualTo(1);
                    assertThat(e.column()).isEqualTo(column);
                    assertThat(e).hasMessageStartingWith("Line 1, column " + column + ": ");
                    assertThat(e).hasMessageContaining(sentence).hasMessageNotContaining("handlebars");
                });
    }

    @Test
    void theLineIsCounted() {
        assertThatThrownBy(() -> HandlebarsTemplate.compile("<p>\n\n  {{#each items}}\n{{name}}"))
                .isInstanceOfSatisfying(InvalidTemplateException.class, e -> {
                    assertThat(e.line()).isEqualTo(3);
                    assertThat(e.column()).isEqualTo(3);
                });
    }

    @ParameterizedTest
    @ValueSource(ints = {101, 1_000, 100_000})
    void tooDeepBlocksAreRefused(int depth) {
        refused("{{#if a}}".repeat(depth) + "{{/if}}".repeat(depth), "nested more than 100 deep");
        refused("{{#if a}}".repeat(depth), "nested more than 100 deep");
        refused("{{#if a}}" + "{{else if a}}".repeat(depth) + "{{/if}}", "nested more than 100 deep");
    }

    @Test
    void deepBlocksAreTaken() throws Exception {
        String deep = "{{#each a}}".repeat(100) + "{{/each}}".repeat(100);

        assertThat(HandlebarsTemplate.compile(deep + deep).variables()).containsExactly("a");
    }

    @Test
    void whatWouldKeepTheLibraryBusyIsRefused() {
        refused("{{" + "a.".repeat(20) + "a}}", "more than 20 parts");
        refused("{{" + "a-".repeat(20) + "a}}", "more than 20 parts");
        refused("{{" + "../".repeat(20) + "a}}", "more than 20 parts");
        refused("{{a" + "b".repeat(1_000) + "}}", "longer than 1,000 characters");
        refused("{{a}}".repeat(10_001), "at most 10,000 tags");
        refused("{{#if " + "(lookup a ".repeat(11) + "1" + ")".repeat(11) + "}}{{/if}}", "more than 10 deep");
    }

    @Test
    void theLibraryDoesNotRememberEveryPath() throws Exception {
        for (int template = 0; template < 10; template++) {
            StringBuilder text = new StringBuilder();
            for (int name = 0; name < 9_999; name++) {
                text.append("{{t").append(template).append('n').append(name).append("}}");
            }
            HandlebarsTemplate.compile(text.toString());
        }

        assertThat(PathCache.size()).isLessThan(40_000);
    }

    private static void refused(String template, String sentence) {
        assertThatThrownBy(() -> HandlebarsTemplate.compile(template))
                .isInstanceOf(InvalidTemplateException.class)
                .hasMessageContaining(sentence);
    }
}
