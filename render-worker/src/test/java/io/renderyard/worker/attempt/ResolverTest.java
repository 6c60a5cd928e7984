package io.renderyard.worker.attempt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.worker.rendering.RenderException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResolverTest {
    @Test
    void markupAndStyleSheetAreFilled() throws RenderException {
        RenderSpec spec = spec(new Source.Html("<p>{{name}}")).with(Additions.css("p::after{content:'{{name}}'}"));

        RenderSpec resolved = Resolver.resolve(spec, variables("name", "A&B"));

        assertThat(resolved.source()).isEqualTo(new Source.Html("<p>A&amp;B"));
        assertThat(resolved.additions()).isEqualTo(Additions.css("p::after{content:'A&B'}"));
        assertThat(resolved.with(spec.source()).with(spec.additions())).isEqualTo(spec);
    }

    @Test
    void markupIsWrittenInTheWholeLanguageAndAllElseIsText() throws RenderException {
        RenderSpec spec =
                spec(new Source.Html("{{#if name}}{{name | uppercase}}{{/if}} {{{name}}} {{not a thing}} {{"));

        assertThat(Resolver.resolve(spec, variables("name", "<b>")).source())
                .isEqualTo(new Source.Html("&lt;B&gt; <b> {{not a thing}} {{"));
    }

    @Test
    void aBlockWithoutAnEndIsTheCallersFault() {
        RenderSpec spec = spec(new Source.Html("<p>\n{{#if name}}"));

        assertThatThrownBy(() -> Resolver.resolve(spec, variables("name", "x")))
                .hasMessageContaining("line 2, column 1: the block {{#if name}} does not end")
                .isInstanceOfSatisfying(
                        RenderException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.VARIABLES_REFUSED));
    }

    @Test
    void aPageMayBeLongerByThePicturesInIt() throws RenderException {
        Prompt prompt = PlayedPrompts.prompt("a boat");
        String picture = "data:image/png;base64," + "A".repeat(1_200_000);
        RenderSpec spec = spec(new Source.Html("<p>")).with(Additions.css("p{background:url('{{bg}}')}"));

        RenderSpec resolved = Resolver.resolve(spec, new Variables(Map.of("bg", picture), Map.of("bg", prompt)));

        assertThat(resolved.additions()).isEqualTo(Additions.css("p{background:url('" + picture + "')}"));
        assertThatThrownBy(() -> Resolver.resolve(spec, new Variables(Map.of("bg", picture))))
                .isInstanceOf(RenderException.class);
    }

    @Test
    void withoutVariablesNothingIsTouched() throws RenderException {
        RenderSpec spec = spec(new Source.Html("<p>{{name}}"));

        assertThat(Resolver.resolve(spec, Variables.NONE)).isSameAs(spec);
    }

    @Test
    void anAddressIsFilledBehindItsHost() throws RenderException {
        assertThat(address("https://a.example/%7B%7Bid%7D%7D?q=%7B%7B%7Bid%7D%7D%7D#%7B%7Bno%7D%7D", "a%2Fb"))
                .isEqualTo("https://a.example/a%252Fb?q=a%2Fb#");
        assertThat(address("https://a.example/%7B%7B1+1%7D%7D/%7B%7B1+%7D%7D/%7Bx%7D", "a"))
                .isEqualTo("https://a.example/2/%7B%7B1+%7D%7D/%7Bx%7D");
    }

    @Test
    void whatIsNoAddressAnyMoreIsTheCallersFault() {
        assertThatThrownBy(() -> address("https://a.example/%7B%7B%7Bid%7D%7D%7D", "a b"))
                .isInstanceOfSatisfying(
                        RenderException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.VARIABLES_REFUSED));
        assertThatThrownBy(() -> address("https://a.example/%7B%7Bid%7D%7D", "a".repeat(8_192)))
                .hasMessageContaining("8,192");
    }

    @Test
    void aTemplateIsFilledWithOrWithoutVariables() throws RenderException {
        RenderSpec spec = spec(new Source.Handlebars("<p>{{#if name}}{{name}}{{else}}nobody{{/if}}"))
                .with(Additions.css("p::after{content:'{{name}}'}"));

        RenderSpec named = Resolver.resolve(spec, variables("name", "A&B"));

        assertThat(named.source()).isEqualTo(new Source.Html("<p>A&amp;B"));
        assertThat(named.additions()).isEqualTo(spec.additions());
        assertThat(Resolver.resolve(spec, Variables.NONE).source()).isEqualTo(new Source.Html("<p>nobody"));
    }

    @Test
    void aTemplateThatCannotBeFilledIsTheCallersFault() {
        isRefused("<p>\n{{#if name}}", "Line 2, column 1: ");
        isRefused("{{shout name}}", "no helper “shout”");
        isRefused("{{{name}}}".repeat(3), "longer than 10,000,000 characters");
    }

    private static void isRefused(String markup, String sentence) {
        RenderSpec spec = spec(new Source.Handlebars(markup));

        assertThatThrownBy(() -> Resolver.resolve(spec, variables("name", "x".repeat(5_000_000))))
                .hasMessageContaining(sentence)
                .isInstanceOfSatisfying(
                        RenderException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.VARIABLES_REFUSED));
    }

    private static String address(String address, String id) throws RenderException {
        RenderSpec resolved = Resolver.resolve(spec(new Source.Url(URI.create(address))), variables("id", id));
        return ((Source.Url) resolved.source()).address().toString();
    }

    private static Variables variables(String name, String value) {
        return new Variables(Map.of(name, value));
    }

    private static RenderSpec spec(Source source) {
        return RenderSpec.plain(source, new Viewport(10, 10, 1), new PictureFormat.Png());
    }
}
