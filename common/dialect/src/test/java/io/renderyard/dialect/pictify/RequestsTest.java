package io.renderyard.dialect.pictify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.template.TemplateBody;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateLayout;
import io.renderyard.kernel.template.TemplateVariable;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequestsTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final Source SOURCE = new Source.Html("x");

    @Test
    void everyOptionOfAPictureIsRead() {
        RenderSpec spec = image("""
                "width":30,"height":20,"deviceScaleFactor":2,"transparent":true,"fullPage":true,"css":"p{}",
                "waitForSelector":"#a","waitForTimeout":1500,"userAgent":"me","fileExtension":"JPEG","quality":70,
                "headers":{"X-A":"b"},"cookies":[{"name":"n","value":"v","domain":"example.com"}],"unknown":1""");

        assertThat(spec.viewport().width()).isEqualTo(30);
        assertThat(spec.viewport().height()).isEqualTo(20);
        assertThat(spec.viewport().deviceScale()).isEqualTo(2);
        assertThat(spec.framing().background()).isEqualTo(Framing.Background.TRANSPARENT);
        assertThat(spec.framing().area()).isInstanceOf(Area.FullPage.class);
        assertThat(spec.additions().css()).isEqualTo("p{}");
        assertThat(spec.waiting().selector()).isEqualTo("#a");
        assertThat(spec.waiting().delay()).isEqualTo(Duration.ofMillis(1_500));
        assertThat(spec.environment().userAgent()).isEqualTo("me");
        assertThat(spec.traffic().headers()).extracting(header -> header.name()).containsExactly("X-A");
        assertThat(spec.traffic().cookies())
                .extracting(cookie -> cookie.domain())
                .containsExactly("example.com");
        assertThat(spec.format()).isEqualTo(new PictureFormat.Jpeg(70));
    }

    @Test
    void nullIsTheSameAsNothing() {
        assertThat(image("\"width\":null,\"css\":null,\"headers\":null,\"cookies\":null,\"quality\":null"))
                .isEqualTo(image(""));
    }

    @ParameterizedTest
    @CsvSource({"0.9,90", "1,100", "0.1,10", "85,85", "2,2", "100,100", "0.014,1"})
    void qualityIsAShareOrPercentByItsSize(String given, int percent) {
        assertThat(image("\"fileExtension\":\"webp\",\"quality\":" + given).format())
                .isEqualTo(new PictureFormat.Webp(percent));
    }

    @Test
    void theOlderNameOfTheFormatGivesWay() {
        assertThat(image("\"fileExtension\":\"webp\",\"format\":\"png\"").format())
                .isInstanceOf(PictureFormat.Webp.class);
        assertThat(image("\"format\":\"gif\"").format()).isInstanceOf(PictureFormat.Gif.class);
    }

    private static RenderSpec image(String more) {
        String body = "{\"html\":\"x\"" + (more.isBlank() ? "" : "," + more) + "}";
        return understood(ImageRequests.image(bytes(body))).drawing().spec(SOURCE, Size.CARD, null, true);
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"html\":\"a\",\"url\":\"https://a\"}", "{\"html\":\"\"}", "{\"html\":1}"})
    void thereIsExactlyOneSource(String body) {
        assertThat(problems(ImageRequests.image(bytes(body)))).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}"})
    void nothingIsAnEmptyObject(String body) {
        assertThat(problems(ImageRequests.image(bytes(body))))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("html", "required"));
    }

    @ParameterizedTest
    @CsvSource({
        // the same shape, larger and smaller
        "1200,600,600,300,600,300,2",
        "600,300,1200,600,1200,600,0.5",
        // more height, more width
        "600,600,600,300,600,600,1",
        "1200,300,600,300,1200,300,1",
        // one side alone
        "300,,600,300,600,300,0.5"
    })
    void aTemplateIsScaledAndNotLaidOutAnew(
            int width,
            @Nullable Integer height,
            int ownWidth,
            int ownHeight,
            int seenWidth,
            int seenHeight,
            double scale) {
        Drawing drawing = Drawing.plain(OutputFormat.USUAL, width, height, 1).scaledTo(new Size(ownWidth, ownHeight));

        RenderSpec spec = drawing.spec(SOURCE, new Size(ownWidth, ownHeight), null, true);
        assertThat(spec.viewport().width()).isEqualTo(seenWidth);
        assertThat(spec.viewport().height()).isEqualTo(seenHeight);
        assertThat(spec.viewport().deviceScale()).isEqualTo(scale);
    }

    @Test
    void aTemplateIsReadWhole() {
        TemplateContent content = understood(TemplateRequests.create(bytes("""
                {"name":"Card","html":"{{a}}","width":10,"height":20,"type":"t","category":"c","tags":["x"],
                 "outputFormat":"pdf","strictVariables":true,"jsEnabled":true,"hasDynamicLink":true,
                 "variableDefinitions":[{"name":"a","type":"number","defaultValue":1.5,"allowRawHtml":true,
                   "validation":{"required":true,"minLength":1,"maxLength":2},"containsPII":true}],
                 "layouts":{"square":{"html":"{{a}}!","width":5,"name":"Square"}}}"""), NOW));

        assertThat(content.head().name()).isEqualTo("Card");
        assertThat(content.head().output()).isEqualTo("pdf");
        assertThat(content.strict() && content.scripts() && content.open()).isTrue();
        TemplateVariable variable = content.variables().getFirst();
        assertThat(variable.required() && variable.raw()).isTrue();
        assertThat(variable.maxLength()).isEqualTo(2);
        assertThat(variable.notes()).containsEntry("containsPII", true);
        assertThat(content.layouts())
                .containsOnly(Map.entry(
                        "square", new TemplateLayout("Square", new TemplateBody("{{a}}!", null, 5, null), NOW)));
    }

    @Test
    void aChangeLeavesWhatIsNotSent() {
        TemplateContent before = understood(TemplateRequests.create(
                bytes("{\"name\":\"Card\",\"html\":\"{{a}}\",\"tags\":[\"x\"],\"width\":7}"), NOW));

        TemplateContent after =
                understood(TemplateRequests.change(bytes("{\"name\":\"Other\",\"tags\":null}"), before, NOW));

        assertThat(after.head().name()).isEqualTo("Other");
        assertThat(after.head().tags()).containsExactly("x");
        assertThat(after.base()).isEqualTo(before.base());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"html\":\"x\",\"layouts\":{\"default\":{\"html\":\"x\"}}}|layouts.default",
                "{\"html\":\"x\",\"layouts\":{\"__proto__\":{\"html\":\"x\"}}}|layouts.__proto__",
                "{\"html\":\"x\",\"layouts\":{\"a\":{}}}|layouts.a.html",
                "{\"html\":\"x\",\"variableDefinitions\":[{\"name\":\"a\"},{\"name\":\"a\"}]}|variableDefinitions[1].name",
                "{\"html\":\"x\",\"variableDefinitions\":[{}]}|variableDefinitions[0].name",
                "{\"html\":\"x\",\"outputFormat\":\"tiff\"}|outputFormat",
                "{\"html\":\" \"}|html",
                "{\"name\":\"x\"}|html"
            })
    void whatIsWrongWithATemplateIsNamed(String body, String field) {
        assertThat(problems(TemplateRequests.create(bytes(body), NOW)))
                .extracting(FieldProblem::field)
                .containsExactly(field);
    }

    @Test
    void aTemplateMayHave500KilobytesAndNoCanvas() {
        String large = "x".repeat(500 * 1_024);

        assertThat(TemplateRequests.create(bytes("{\"html\":\"" + large + "\"}"), NOW))
                .isInstanceOf(Reading.Understood.class);
        assertThat(TemplateRequests.create(bytes("{\"html\":\"" + large + "x\"}"), NOW))
                .isInstanceOf(Reading.TooLarge.class);
        assertThat(TemplateRequests.create(bytes("{\"fabricJSData\":{}}"), NOW)).isInstanceOf(Reading.LeftOut.class);
    }

    @Test
    void anAddressCarriesVariables() {
        RenderRequest wanted = understood(RenderRequests.address(
                "jpg", Map.of("title", "7", "quality", "50", "token", "secret", "layout", "a", "width", "20")));

        assertThat(wanted.variables()).isEqualTo(Map.of("title", "7"));
        assertThat(wanted.layouts()).containsExactly("a");
        assertThat(wanted.forgiving()).isTrue();
        assertThat(wanted.drawing().output().format()).isEqualTo(new PictureFormat.Jpeg(50));
        assertThat(problems(RenderRequests.address(null, Map.of("width", "wide"))))
                .extracting(FieldProblem::field)
                .containsExactly("width");
    }

    @Test
    void severalLayoutsGoBeforeOne() {
        RenderRequest wanted =
                understood(RenderRequests.render(bytes("{\"layout\":\"a\",\"layouts\":[\"b\",\"default\",\"b\"]}")));

        assertThat(wanted.layouts()).containsExactly("b", "default");
        assertThat(wanted.forgiving()).isFalse();
        assertThat(understood(RenderRequests.render(bytes("{\"layouts\":[]}"))).layouts())
                .containsExactly("default");
    }

    @Test
    void variablesMayTake64Kilobytes() {
        String value = "x".repeat(64 * 1_024);

        assertThat(problems(RenderRequests.render(bytes("{\"variables\":{\"a\":\"" + value + "\"}}"))))
                .extracting(FieldProblem::field, FieldProblem::code)
                .containsExactly(tuple("variables", "too_long"));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static <T> T understood(Reading<T> reading) {
        assertThat(reading).isInstanceOf(Reading.Understood.class);
        return ((Reading.Understood<T>) reading).value();
    }

    private static List<FieldProblem> problems(Reading<?> reading) {
        assertThat(reading).isInstanceOf(Reading.Wrong.class);
        return ((Reading.Wrong<?>) reading).problems();
    }
}
