package io.renderyard.db.ledger;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.db.secret.MasterKey;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.prompt.Prompt;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import java.math.BigDecimal;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SpecCodecTest {
    private static final String MARKUP = "<p>{{name}} \0 \"é\" 😀";

    private static final Prompt PLAIN =
            new Prompt("a {{thing}} \0 \"é\" 😀", "a-model", "1:1", null, null, null, null, false);
    private static final Prompt FULL = new Prompt(
            "a boat", "a-model", "16:9", "vintage", URI.create("https://example.com/a.png"), "no people", -7L, true);

    @TempDir
    private Path secrets;

    private SpecCodec codec;

    @BeforeEach
    void open() {
        codec = new SpecCodec(MasterKey.in(secrets, new SecureRandom()));
    }

    private static RenderSpec spec(Source source) {
        return RenderSpec.plain(source, new Viewport(10, 10, 1), new PictureFormat.Png());
    }

    static Stream<Source> everySource() {
        return Stream.of(
                new Source.Html(MARKUP),
                new Source.Html(""),
                new Source.Handlebars(MARKUP),
                new Source.Handlebars(""),
                new Source.Url(URI.create("https://example.com/a%20b?q=%C3%A9")),
                new Source.Painted(PLAIN),
                new Source.Painted(FULL));
    }

    @ParameterizedTest
    @MethodSource("everySource")
    void aSpecIsReadAsItWasWritten(Source source) {
        RenderSpec spec = spec(source);

        assertThat(codec.read(codec.write(spec))).isEqualTo(spec);
    }

    @Test
    void markupLiesApart() {
        SpecCodec.Stored html = codec.write(spec(new Source.Html(MARKUP)));
        SpecCodec.Stored handlebars = codec.write(spec(new Source.Handlebars(MARKUP)));

        assertThat(html.markup()).isEqualTo(MARKUP.getBytes(UTF_8)).isEqualTo(handlebars.markup());
        assertThat(html.spec()).doesNotContain("name}}").isNotEqualTo(handlebars.spec());
        assertThat(handlebars.spec()).contains("\"kind\":\"handlebars\"").doesNotContain("name}}");
    }

    @Test
    void theSameTextIsAnotherPictureInAnotherLanguage() {
        assertThat(codec.open(spec(new Source.Html(MARKUP))))
                .isNotEqualTo(codec.open(spec(new Source.Handlebars(MARKUP))));
    }

    @Test
    void variablesAreReadAsTheyWereWritten() {
        Map<String, Object> values = Map.of("name", "Ada", "list", List.of(1, "two"), "price", new BigDecimal("0.10"));
        List<Variables> all = List.of(
                Variables.NONE,
                new Variables(values),
                new Variables(Map.of(), Map.of("background", PLAIN)),
                new Variables(values, Map.of("background", PLAIN, "logo", FULL)));

        assertThat(all)
                .allSatisfy(variables ->
                        assertThat(codec.readVariables(codec.write(variables))).isEqualTo(variables));
    }

    @Test
    void valuesAloneLieAsTheyAre() {
        assertThat(codec.write(Variables.NONE)).isNull();
        assertThat(codec.write(new Variables(Map.of("name", "Ada")))).isEqualTo("{\"name\":\"Ada\"}");
    }

    @Test
    void picturesAreToldApartInWhicheverOrderTheyCame() {
        Map<String, Prompt> pictures = new LinkedHashMap<>();
        pictures.put("b", PLAIN);
        pictures.put("a", FULL);
        String sorted = codec.sorted(new Variables(Map.of("x", 1), pictures));

        assertThat(codec.sorted(new Variables(Map.of("x", 1), new TreeMap<>(pictures))))
                .isEqualTo(sorted);
        assertThat(codec.sorted(new Variables(Map.of("x", 1), Map.of("b", PLAIN, "a", PLAIN))))
                .isNotEqualTo(sorted);
        assertThat(codec.sorted(new Variables(Map.of("x", 1)))).isNotEqualTo(sorted);
    }
}
