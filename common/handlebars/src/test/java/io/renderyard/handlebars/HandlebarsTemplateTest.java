package io.renderyard.handlebars;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HandlebarsTemplateTest {
    private static final Map<String, @Nullable Object> VALUES = values();

    private static Map<String, @Nullable Object> values() {
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", "top");
        values.put("zero", 0);
        values.put("one", 1.0);
        values.put("yes", true);
        values.put("no", false);
        values.put("nothing", null);
        values.put("blank", "");
        values.put("letters", List.of("a", "b"));
        values.put("none", List.of());
        values.put("empty", Map.of());
        values.put("guest", Map.of("name", "Ada", "seats", List.of(12, Map.of("row", "C"))));
        values.put("people", List.of(Map.of("first", "Ada"), Map.of("first", "Alan")));
        Map<String, Object> prices = new LinkedHashMap<>();
        prices.put("tea", 2);
        prices.put("cake", 3.5);
        values.put("prices", prices);
        values.put("größe", "L");
        values.put("日本", "Japan");
        values.put("two words", "quoted");
        values.put("root", Map.of("name", "hidden"));
        values.put("tricky", List.of(Map.of("index", "x", "key", "x", "first", "x", "last", "x", "root", "x")));
        values.put("log", "wood");
        values.put("partial", "part");
        values.put("markup", "<&>\"'`=");
        return values;
    }

    @Test
    void aValueIsEscapedAsInHandlebarsUnlessItIsRaw() throws Exception {
        assertThat(fill("{{markup}}")).isEqualTo("&lt;&amp;&gt;&quot;&#x27;&#x60;&#x3D;");
        assertThat(fill("{{{markup}}} {{&markup}} {{& markup}}")).isEqualTo("<&>\"'`= <&>\"'`= <&>\"'`=");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{guest.name}}; Ada",
                "{{guest/name}}; Ada",
                "{{this.guest.name}} {{./name}}; Ada top",
                "{{guest.seats.0}} {{guest.seats.[1].row}}; 12 C",
                "{{letters.length}} {{name.length}}; 2 3",
                "{{[two words]}} {{größe}} {{日本}}; quoted L Japan",
                "{{log}} {{partial}}; wood part",
                "{{letters}} {{guest}}; a,b [object Object]",
                "[{{missing}}{{nothing}}{{missing.deeper}}{{letters.9}}{{../name}}{{@missing}}]; []",
                "{{lookup letters 1}} {{lookup guest 'name'}} {{lookup (lookup people 0) 'first'}}; b Ada Ada",
            })
    void aPathLeadsIntoTheValues(String template, String filled) throws Exception {
        assertThat(fill(template)).isEqualTo(filled);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "{{#if yes}}y{{else}}n{{/if}}; y",
                "{{#if no}}1{{else if zero}}2{{else if yes}}3{{else}}4{{/if}}; 3",
                "{{#if no}}y{{^}}n{{/if}}; n",
                "{{#unless no}}y{{/unless}}; y",
                "{{#if zero includeZero=true}}y{{/if}}; y",
                "{{#if letters}}a{{/if}}{{#if none}}b{{/if}}{{#if blank}}c{{/if}}{{#if nothing}}d{{/if}}{{#if empty}}e{{/if}}; ae",
                "{{#with guest}}{{name}} {{../name}}{{/with}}; Ada top",
                "{{#with missing}}y{{else}}n{{/with}}; n",
                "{{#with guest as |it|}}{{it.name}} {{name}}{{/with}}; Ada Ada",
                "{{#each letters}}{{@index}}{{this}}{{#if @first}}<{{/if}}{{#if @last}}>{{/if}}{{/each}}; 0a<1b>",
                "{{#each prices}}{{@key}}={{.}} {{/each}}.; tea=2 cake=3.5 .",
                "{{#each none}}y{{else}}n{{/each}}{{#each missing}}y{{else}}n{{/each}}; nn",
                "{{#each people}}{{first}}{{name}}{{../name}}{{@root.name}} {{/each}}.; Adatoptop Alantoptop .",
                "{{#each letters as |it at|}}{{it}}{{at}}{{/each}}; a0b1",
                "{{#each people as |it|}}{{#each ../letters as |letter|}}{{it.first}}{{letter}} {{/each}}{{/each}}.; Adaa Adab Alana Alanb .",
                "{{#each none as |name|}}{{else}}{{name}}{{/each}}; top",
                "{{#each people as |first|}}{{first.first}}{{#first}}{{first}}{{../name}}{{/first}}{{/each}}.; Ada[object Object]Alan[object Object].",
                "{{#each letters}}{{#with ../guest}}{{@index}}{{/with}}{{/each}}; 01",
                "{{#each tricky}}{{@index}}{{@key}}{{@first}}{{@last}}{{@root.name}}{{/each}}; 00truetruetop",
                "{{@name}}{{@index}}.; .",
                "{{#each letters}}{{#each ../letters}}{{@../index}}{{@index}} {{/each}}{{/each}}.; 00 01 10 11 .",
                "{{#each letters}}{{#if ../yes}}{{this}}{{/if}}{{/each}}; ab",
                "{{#letters}}{{.}}{{/letters}}{{#guest}}{{name}}{{/guest}}{{#yes}}y{{/yes}}; abAday",
                "{{#missing}}y{{else}}n{{/missing}}{{^none}}n{{/none}}{{^missing}}n{{else}}y{{/missing}}{{^yes}}n{{/yes}}; nnn",
                "{{#each guest.seats}}{{#if row}}{{row}}{{else}}{{this}}{{/if}}{{/each}}; 12C",
            })
    void aBlockIsWrittenAsOftenAsItHolds(String template, String filled) throws Exception {
        assertThat(fill(template)).isEqualTo(filled);
    }

    @Test
    void commentsAndWhiteSpaceGoAsInHandlebars() throws Exception {
        assertThat(fill("a{{! {not} }}b{{!-- {{name}} -- }} --}}c {{~! d ~}} e"))
                .isEqualTo("abce");
        assertThat(fill("a {{~name~}} b")).isEqualTo("atopb");
        assertThat(fill("a\n  {{! alone }}  \nb")).isEqualTo("a\nb");
        assertThat(fill("a\n{{#if yes}}\n  b\n{{else}}\n  c\n{{/if}}\nd")).isEqualTo("a\n  b\nd");
        assertThat(fill("<b>\n{{name}}\n</b>")).isEqualTo("<b>\ntop\n</b>");
    }

    @Test
    void bracesOfTheTextStay() throws Exception {
        assertThat(fill("a { b } c }} \\{{name}} p{margin:0}")).isEqualTo("a { b } c }} {{name}} p{margin:0}");
    }

    @Test
    void aValueIsNeverReadAsATemplate() throws Exception {
        assertThat(HandlebarsTemplate.compile("{{{a}}}").fill(Map.of("a", "{{b}}", "b", "secret"), 100))
                .isEqualTo("{{b}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{{name.class.name}}",
                "{{constructor}}",
                "{{class}}",
                "{{guest.class}}",
                "{{this.class}}",
                "{{letters.size}}",
                "{{name.bytes}}",
                "{{@root.class}}",
                "{{__proto__}}",
                "{{lookup name 'class'}}",
                "{{lookup this 'getClass'}}",
                "{{#with name}}{{class}}{{isBlank}}{{/with}}",
                "{{#each name}}{{this}}{{/each}}",
            })
    void nothingIsReachedButTheValues(String template) throws Exception {
        assertThat(fill(template)).isEmpty();
    }

    @Test
    void anObjectOfNoTypeOfJsonIsEmpty() throws Exception {
        assertThat(HandlebarsTemplate.compile("[{{a}}{{a.name}}{{a.path}}]")
                        .fill(Map.of("a", new java.io.File("/")), 10))
                .isEqualTo("[]");
    }

    @Test
    void numbersAreWrittenAsInJson() throws Exception {
        assertThat(number(1)).isEqualTo("1");
        assertThat(number(1.0)).isEqualTo("1");
        assertThat(number(-0.1)).isEqualTo("-0.1");
        assertThat(number(0.0)).isEqualTo("0");
        assertThat(number(9_007_199_254_740_993L)).isEqualTo("9007199254740993");
        assertThat(number(BigInteger.TEN.pow(30))).isEqualTo("1" + "0".repeat(30));
        assertThat(number(new BigDecimal("1E+3"))).isEqualTo("1000");
        assertThat(number(new BigDecimal("1.50"))).isEqualTo("1.5");
        assertThat(number(new BigDecimal("1E+999999999"))).isEqualTo("1E+999999999");
        assertThat(number(new BigDecimal("1E-999999999"))).isEqualTo("1E-999999999");
    }

    private static String number(Number number) throws Exception {
        return HandlebarsTemplate.compile("{{n}}").fill(Map.of("n", number), 1_000);
    }

    @Test
    void nullsInListsAreEmpty() throws Exception {
        Map<String, Object> values = Map.of("list", Arrays.asList(1, null, 2));

        assertThat(HandlebarsTemplate.compile("{{list}} {{#each list as |it|}}[{{it}}{{this}}]{{/each}}")
                        .fill(values, 100))
                .isEqualTo("1,,2 [11][][22]");
    }

    @Test
    void itKnowsItsVariables() throws Exception {
        assertThat(variables("{{#each items}}{{name}}{{/each}}{{user.name}}")).containsExactly("items", "name", "user");
        assertThat(variables("{{@root.a.b}}{{../c}}{{this.d}}{{./e}}{{[two words].x}}{{@index}}{{this}}{{.}}"))
                .containsExactly("a", "c", "d", "e", "two words");
        assertThat(variables(
                        "{{#if (lookup a 'b')}}{{else if c}}{{/if}}{{^d}}{{/d}}{{! e }}\\{{f}}{{#if true}}{{/if}}"))
                .containsExactly("a", "b", "c", "d");
    }

    private static Iterable<String> variables(String template) throws InvalidTemplateException {
        return HandlebarsTemplate.compile(template).variables();
    }

    @Test
    void itKnowsWhetherItHasPlaces() throws Exception {
        assertThat(HandlebarsTemplate.compile("<p>{{! name }} { } \\{{x}}").hasPlaces())
                .isFalse();
        assertThat(HandlebarsTemplate.compile("<p>{{this}}").hasPlaces()).isTrue();
        assertThat(HandlebarsTemplate.compile("{{#if a}}x{{/if}}").hasPlaces()).isTrue();
    }

    @Test
    void manyThreadsFillTheSameTemplate() throws Exception {
        HandlebarsTemplate template = HandlebarsTemplate.compile("{{#each list}}{{@index}}:{{this}}{{../n}} {{/each}}");
        try (var threads = Executors.newFixedThreadPool(4)) {
            List<Callable<Boolean>> fillings = IntStream.range(0, 200)
                    .mapToObj(n ->
                            (Callable<Boolean>) () -> template.fill(Map.of("list", List.of("a", "b"), "n", n), 100)
                                    .equals("0:a" + n + " 1:b" + n + " "))
                    .toList();

            for (var filling : threads.invokeAll(fillings)) {
                assertThat(filling.get()).isTrue();
            }
        }
    }

    private static String fill(String template) throws Exception {
        return HandlebarsTemplate.compile(template).fill(VALUES, 1_000);
    }
}
