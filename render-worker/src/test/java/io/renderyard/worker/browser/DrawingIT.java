package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.picture;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.styled;
import static io.renderyard.worker.browser.Specs.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.kernel.render.Viewport;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DrawingIT {
    private static final String SQUARE = "<!doctype html><body style='margin:0;background:#00f'>"
            + "<div id=box style='position:absolute;left:20px;top:10px;width:50px;height:30px;background:#f00'></div>";

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1);

    @Test
    void coloursAreWhereThePagePutsThem() throws Exception {
        Pixels drawn = pixels(fleet, html(SQUARE));

        assertThat(drawn.width()).isEqualTo(200);
        assertThat(drawn.height()).isEqualTo(100);
        assertThat(drawn.at(19, 9)).isEqualTo(Pixels.BLUE);
        assertThat(drawn.at(20, 10)).isEqualTo(Pixels.RED);
        assertThat(drawn.at(69, 39)).isEqualTo(Pixels.RED);
        assertThat(drawn.at(70, 40)).isEqualTo(Pixels.BLUE);
    }

    @Test
    void deviceScaleMultipliesThePixels() throws Exception {
        Pixels drawn = pixels(fleet, html(SQUARE).with(new Viewport(200, 100, 2)));

        assertThat(drawn.width()).isEqualTo(400);
        assertThat(drawn.height()).isEqualTo(200);
        assertThat(drawn.at(40, 20)).isEqualTo(Pixels.RED);
        assertThat(drawn.at(39, 19)).isEqualTo(Pixels.BLUE);
    }

    /** The window comes out of one frame, everything else is captured from what lies behind it. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                SQUARE,
                "<div style='height:3000px;background:linear-gradient(red,blue)'></div><script>scrollTo(0, 500)</script>",
                "<iframe srcdoc='<h1 style=color:red>in</h1>'></iframe>",
                "<canvas></canvas><script>document.querySelector('canvas').getContext('2d').fillRect(5, 5, 50, 50)</script>",
                "<h1>late</h1><script>setTimeout(() => document.body.append('later'), 150)</script><img src='x:y'>",
                ""
            })
    void theWindowIsWhatACaptureOfItIs(String page) throws Exception {
        for (Framing.Background background : Framing.Background.values()) {
            RenderSpec window = html(page).with(new Framing(new Area.Window(), background, SizeLimit.STANDARD));
            int top = page.contains("scrollTo") ? 500 : 0;
            Picture part = picture(fleet, with(window, new Area.Clip(0, top, 200, 100)));

            assertThat(Pixels.bytes(picture(fleet, window)))
                    .as("%s", background)
                    .isEqualTo(Pixels.bytes(part));
        }
    }

    @Test
    void aSelectorCropsToTheBorderBox() throws Exception {
        RenderSpec box = with(html(SQUARE), new Area.Element("#box"));

        Pixels drawn = pixels(fleet, box);
        assertThat(drawn.width()).isEqualTo(50);
        assertThat(drawn.height()).isEqualTo(30);
        assertThat(drawn.at(0, 0)).isEqualTo(Pixels.RED);
        assertThat(drawn.at(49, 29)).isEqualTo(Pixels.RED);

        Pixels doubled = pixels(fleet, box.with(new Viewport(200, 100, 2)));
        assertThat(doubled.width()).isEqualTo(100);
        assertThat(doubled.height()).isEqualTo(60);
        assertThat(doubled.at(99, 59)).isEqualTo(Pixels.RED);
    }

    @Test
    void aSelectorReachesBelowTheWindow() throws Exception {
        String page = "<!doctype html><body style='margin:0'><div style='height:900px'></div>"
                + "<p style='margin:0;height:40px;width:80px;background:#0f0'>";

        Pixels drawn = pixels(fleet, with(html(page), new Area.Element("p")));

        assertThat(drawn.width()).isEqualTo(80);
        assertThat(drawn.height()).isEqualTo(40);
        assertThat(drawn.at(40, 20)).isEqualTo(Pixels.GREEN);
    }

    @Test
    void aFullPageIsAsTallAsItsContent() throws Exception {
        String page = "<!doctype html><body style='margin:0'><div style='height:700px;background:#f00'></div>"
                + "<div style='height:300px;background:#0f0'></div>";

        Pixels drawn = pixels(fleet, with(html(page), new Area.FullPage()));

        assertThat(drawn.width()).isEqualTo(200);
        assertThat(drawn.height()).isEqualTo(1000);
        assertThat(drawn.at(100, 699)).isEqualTo(Pixels.RED);
        assertThat(drawn.at(100, 701)).isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, html(page)).height()).as("the next window").isEqualTo(100);
    }

    @Test
    void cssAppliesWithoutQuirks() throws Exception {
        String page = "<!doctype html><html><head><title>x</title></head><body><script>"
                + "document.body.style.background = document.compatMode == 'CSS1Compat' ? '#0f0' : '#f00'</script>"
                + "<div id=box></div>";

        Pixels drawn = pixels(
                fleet,
                styled(
                        html(page),
                        "#box{position:fixed;left:0;top:0;width:10px;height:10px;background:#00f}/*</style>*/"));

        assertThat(drawn.at(5, 5)).isEqualTo(Pixels.BLUE);
        assertThat(drawn.at(100, 50)).isEqualTo(Pixels.GREEN);
    }

    @Test
    void lettersOfManyScriptsAndEmojiAreDrawn() throws Exception {
        for (String text : new String[] {"Hg", "漢字", "😀", "Ω"}) {
            Pixels drawn = pixels(fleet, html("<p style='font-size:60px;margin:0'>" + text));

            assertThat(drawn.colours()).as(text).isGreaterThan(4);
        }
        assertThat(pixels(fleet, html("<p style='font-size:60px;margin:0'>😀")).colours())
                .as("an emoji has colours")
                .isGreaterThan(100);
    }

    @Test
    void jpegAndWebpHaveTheirSizesAndQuality() throws Exception {
        String noisy = "<body style='margin:0;background:repeating-radial-gradient(circle,#f00,#0f0 3px,#00f 5px)'>";
        Picture good = picture(fleet, html(noisy).with(new PictureFormat.Jpeg(95)));
        Picture small = picture(fleet, html(noisy).with(new PictureFormat.Jpeg(10)));
        Picture webp = picture(fleet, html(noisy).with(new PictureFormat.Webp(90)));
        Picture smallWebp = picture(fleet, html(noisy).with(new PictureFormat.Webp(10)));

        assertThat(Pixels.of(good).width()).isEqualTo(good.extent().width()).isEqualTo(200);
        assertThat(good.extent().height()).isEqualTo(100);
        assertThat(Pixels.bytes(small).length).isLessThan(Pixels.bytes(good).length / 2);
        assertThat(webp.extent().width()).isEqualTo(200);
        assertThat(webp.extent().height()).isEqualTo(100);
        assertThat(Pixels.bytes(smallWebp).length).isLessThan(Pixels.bytes(webp).length);
    }

    @Test
    void aWebpPictureShowsThePage() throws Exception {
        Picture webp = picture(fleet, html(SQUARE).with(new PictureFormat.Webp(100)));
        String shown = "<body style='margin:0'><img src='data:image/webp;base64,"
                + Base64.getEncoder().encodeToString(Pixels.bytes(webp)) + "'>";

        Pixels drawn = pixels(fleet, html(shown));

        assertThat(drawn.at(45, 25) & 0xF00000).isEqualTo(0xF00000);
        assertThat(drawn.at(150, 80) & 0xF0).isEqualTo(0xF0);
    }

    @Test
    void lateScriptsFontsAndImagesAreWaitedFor() throws Exception {
        String svg = "data:image/svg+xml,%3Csvg xmlns='http://www.w3.org/2000/svg' width='200' height='100'%3E"
                + "%3Crect width='200' height='100' fill='%230f0'/%3E%3C/svg%3E";
        String page =
                "<body style='margin:0;background:#f00'><img loading=lazy style='display:block' src=\"" + svg + "\">";

        assertThat(pixels(fleet, html(page)).at(100, 50)).isEqualTo(Pixels.GREEN);
    }

    @Test
    void aSelectorThatFindsNothingIsNamed() {
        var nothing = failure(fleet, with(html(SQUARE), new Area.Element("#missing")), ENOUGH);
        assertThat(nothing.code()).isEqualTo(FailureCode.SELECTOR_NOT_FOUND);
        assertThat(nothing.message()).contains("\"#missing\"").contains("matches");

        var invalid = failure(fleet, with(html(SQUARE), new Area.Element("p[")), ENOUGH);
        assertThat(invalid.code()).isEqualTo(FailureCode.SELECTOR_NOT_FOUND);
        assertThat(invalid.message()).contains("\"p[\"").contains("not a CSS selector");

        var empty = failure(fleet, with(html(SQUARE + "<i id=e></i>"), new Area.Element("#e")), ENOUGH);
        assertThat(empty.code()).isEqualTo(FailureCode.SELECTOR_NOT_FOUND);
        assertThat(empty.message()).contains("no size");
    }

    @Test
    void aPictureThatWouldBeTooLargeIsScaledDown() throws Exception {
        String tall = "<!doctype html><body style='margin:0'><div style='height:10000px;background:#f00'></div>"
                + "<div style='height:6000px;background:#00f'></div>";

        Pixels drawn = pixels(fleet, with(html(tall), new Area.FullPage()));

        assertThat(drawn.width()).isEqualTo(100);
        assertThat(drawn.height()).isEqualTo(8_000);
        assertThat(drawn.at(50, 4_990)).isEqualTo(Pixels.RED);
        assertThat(drawn.at(50, 5_010)).isEqualTo(Pixels.BLUE);
    }
}
