package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Additions.Emoji;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.template.TemplateId;
import io.renderyard.kernel.template.TemplateVersionId;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a definition asks for, in our words. */
class DrawingTest {
    private static final String STYLE = ".emoji{height:2em;width:2em;margin:0 .05em 0 .1em}";

    @Test
    void markupIsDrawnTwiceAsLargeAndAnAddressAsItIs() {
        assertThat(Asked.raster(Asked.html("")).viewport()).isEqualTo(new Viewport(1_920, 1_080, 2));
        assertThat(Asked.raster(Asked.url("")).viewport()).isEqualTo(new Viewport(1_920, 1_080, 1));
    }

    @Test
    void aWindowIsAsItIsAskedFor() {
        String window = "'viewport_width':300,'viewport_height':200,'device_scale':'0.5','viewport_mobile':true,"
                + "'viewport_touch':true,'viewport_landscape':true";

        assertThat(Asked.raster(Asked.url(window)).viewport()).isEqualTo(new Viewport(300, 200, 0.5, true, true, true));
    }

    @ParameterizedTest
    @ValueSource(strings = {"<p>x", "<header>x</header>", "<style>p{}</style><p>x", "x", "a <b>&lt;body&gt;</b>"})
    void aFragmentIsWrappedAndCutToWhatItHolds(String markup) {
        var spec = Asked.raster(Asked.body("{'html':'" + markup + "'}"));

        assertThat(spec.framing().area()).isEqualTo(new Area.Content());
        assertThat(spec.source())
                .isEqualTo(new Source.Html(
                        "<!doctype html><meta charset=utf-8><style>:where(body){margin:0}</style>" + markup));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<!DOCTYPE html><p>x", "<html lang=de>x", "<HEAD></HEAD>x", "<body>x", "<body/>", "a<body\\n>"})
    void aWholePageIsLeftAsItIsAndShownInItsWindow(String markup) {
        var body = Asked.body("{'html':'" + markup + "'}");
        var spec = Asked.raster(body);

        assertThat(spec.framing().area()).isEqualTo(new Area.Window());
        assertThat(spec.source()).isEqualTo(new Source.Html(body.path("html").asString()));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '`',
            value = {
                "`'viewport_width':9,'viewport_height':9`,Window",
                "'full_screen':true,FullPage",
                "`'full_screen':true,'viewport_width':9,'viewport_height':9`,FullPage",
                "'selector':'#a',Element",
                "`'selector':'#a','full_screen':true`,Element"
            })
    void aSelectorGoesBeforeThePageAndThatBeforeTheWindow(String members, String area) {
        assertThat(Asked.raster(Asked.html(members)).framing().area().getClass().getSimpleName())
                .isEqualTo(area);
        assertThat(Asked.raster(Asked.url(members)).framing().area().getClass().getSimpleName())
                .isEqualTo(area);
    }

    @Test
    void anAddressIsShownInItsWindow() {
        var spec = Asked.raster(Asked.url(""));

        assertThat(spec.source()).isEqualTo(new Source.Url(URI.create("https://a.example/")));
        assertThat(spec.framing()).isEqualTo(Framing.WINDOW);
        assertThat(spec.format()).isEqualTo(new PictureFormat.Png());
    }

    @Test
    void theStyleOfEmojiStandsBeforeTheCallersAndAfterAnImport() {
        assertThat(Asked.raster(Asked.html("")).additions().css()).isEqualTo(STYLE + "\n");
        assertThat(Asked.raster(Asked.html("'css':'p{}'")).additions().css()).isEqualTo(STYLE + "\np{}");
        assertThat(Asked.raster(Asked.html("'css':'@import url(a);p{}'"))
                        .additions()
                        .css())
                .isEqualTo("@import url(a);p{}\n:where(.emoji)" + STYLE.substring(6));
    }

    @Test
    void emojiAreDrawnInMarkupAndInAnAddressWhereThatIsAsked() {
        assertThat(Asked.raster(Asked.html("")).additions().emoji()).isEqualTo(Emoji.TWEMOJI);
        assertThat(Asked.raster(Asked.html("'disable_twemoji':true")).additions())
                .isEqualTo(Additions.NONE);
        assertThat(Asked.raster(Asked.url("")).additions()).isEqualTo(Additions.NONE);
        assertThat(Asked.raster(Asked.url("'disable_twemoji':true,'css':'p{}'")).additions())
                .isEqualTo(Additions.css("p{}"));
        assertThat(Asked.raster(Asked.url("'disable_twemoji':false"))
                        .additions()
                        .emoji())
                .isEqualTo(Emoji.TWEMOJI);
    }

    @ParameterizedTest
    @CsvSource({"null,PAGE", "true,TRANSPARENT", "false,OPAQUE"})
    void theBackgroundHasThreeStates(String given, Framing.Background background) {
        assertThat(Asked.raster(Asked.html("'transparent_background':" + given))
                        .framing()
                        .background())
                .isEqualTo(background);
    }

    @Test
    void jumboLiftsTheLimit() {
        assertThat(Asked.raster(Asked.html("")).framing().limit()).isEqualTo(SizeLimit.STANDARD);
        assertThat(Asked.raster(Asked.html("'jumbo_max_width':10000,'jumbo_max_height':4000"))
                        .framing()
                        .limit())
                .isEqualTo(new SizeLimit(10_000, 4_000));
    }

    @Test
    void thePageIsToldOfItsWorld() {
        assertThat(Asked.raster(Asked.html("")).environment()).isEqualTo(Environment.PLAIN);
        assertThat(Asked.raster(Asked.url("'color_scheme':'dark','media_type':'print','timezone':'Asia/Tokyo',"
                                + "'headers':{'user-agent':'Me/1'}"))
                        .environment())
                .isEqualTo(new Environment(
                        Environment.ColorScheme.DARK,
                        false,
                        Environment.MediaType.PRINT,
                        "Asia/Tokyo",
                        null,
                        null,
                        "Me/1",
                        true));
    }

    @Test
    void aTemplateIsFilled() {
        Definition template = Asked.understood(ImageRequests.template(Asked.body("{'html':'<p>{{a}}','css':'p{}'}")));
        Filling filling = new Filling(
                new TemplateVersionId(new TemplateId(UUID.randomUUID()), 7),
                Asked.body("{'a':{'b':['c',1]},'n':null}"));

        Drawing drawing = Drawing.of(TemplateForm.content(template), filling);

        assertThat(drawing.raster().source())
                .isInstanceOfSatisfying(
                        Source.Handlebars.class,
                        source -> assertThat(source.markup())
                                .startsWith("<!doctype html>")
                                .endsWith("<p>{{a}}"));
        assertThat(drawing.raster().framing().area()).isEqualTo(new Area.Content());
        assertThat(drawing.document().format()).isInstanceOf(PictureFormat.Pdf.class);
        Variables variables = drawing.variables();
        assertThat(variables.values()).containsEntry("a", Map.of("b", List.of("c", 1)));
        assertThat(variables.values()).containsEntry("n", null);
    }

    @Test
    void pagesAreOfTheSameAsPixels() {
        Drawing drawing = Drawing.of(Asked.definition(Asked.url("'css':'p{}','ms_delay':7")));

        assertThat(drawing.document().source()).isEqualTo(drawing.raster().source());
        assertThat(drawing.document().additions()).isEqualTo(drawing.raster().additions());
        assertThat(drawing.document().waiting()).isEqualTo(drawing.raster().waiting());
        assertThat(drawing.variables()).isEqualTo(Variables.NONE);
    }
}
