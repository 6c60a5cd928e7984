package io.renderyard.expression;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values may not make a script of an address, whatever the pieces are that it is put together from. */
class ScriptAddressTest {
    private static final Map<String, Object> VALUES = Map.of(
            "all", "javascript:alert(1)",
            "spaced", " \u0001\tJava\nScript:alert(1)",
            "java", "java",
            "script", "script:alert(1)",
            "one", "#106;avascript:alert(1)",
            "colon", "colon;alert(1)",
            "vb", "vbscript:x",
            "data", "data:text/html,x",
            "empty", "",
            "list", "jav");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a href=\"{{all}}\">x</a> | <a href=\"\">x</a>",
                "<a href='{{spaced}}'> | <a href=''>",
                "<a HREF = \"{{all}}\"> | <a HREF = \"\">",
                "<a href={{all}}> | <a href=\"\">",
                "<a href={{all}} id=b> | <a href=\"\" id=b>",
                "<a href=\"{{java}}{{script}}\"> | <a href=\"\">",
                "<a href=\"java{{script}}\"> | <a href=\"\">",
                "<a href=\"{{java}}script:x\"> | <a href=\"\">",
                "<a href=\"&{{one}}\"> | <a href=\"\">",
                "<a href=\"{{java}}script&{{colon}}\"> | <a href=\"\">",
                "<a href=\"{{java}}&Tab;&#x73;cript&colon;x\"> | <a href=\"\">",
                "<a href=\"{{{all}}}\"> | <a href=\"\">",
                "<a href=\"{{#if java}}{{java}}{{/if}}script:x\"> | <a href=\"\">",
                "<a href=\"{{empty}}javascript:x\"> | <a href=\"\">",
                "<img src=\"{{vb}}\"><iframe src=\"{{data}}\"></iframe> | <img src=\"\"><iframe src=\"\"></iframe>",
                "<svg><a xlink:href=\"{{all}}\"> | <svg><a xlink:href=\"\">",
                "<script>'<a href=\"'</script><a href=\"{{all}}\"> | <script>'<a href=\"'</script><a href=\"\">",
                "<!-- <a href=\" --><a href=\"{{all}}\"> | <!-- <a href=\" --><a href=\"\">",
                "<p title=\">\"><a href=\"{{all}}\"> | <p title=\">\"><a href=\"\">",
                "<a href=\"{{all}} | <a href=\"",
            })
    void anAddressThatWouldRunIsTakenOut(String text, String filled) throws Exception {
        assertThat(filled(text)).isEqualTo(filled);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<a href=\"javascript:void(0)\">{{java}}</a>",
                "<p title=\"{{all}}\">{{all}}</p>",
                "<a href=\"/{{all}}\">",
                "<a href=\"https://a.example/{{java}}?q=javascript:\">",
                "<!-- <a href=\"{{all}}\"> -->",
            })
    void everythingElseStays(String text) throws Exception {
        assertThat(filled(text))
                .isEqualTo(text.replace("{{all}}", "javascript:alert(1)").replace("{{java}}", "java"));
    }

    private static String filled(String text) throws Exception {
        return Template.parse(text).fill(VALUES, Filling.of(Escape.MARKUP, 1_000));
    }
}
