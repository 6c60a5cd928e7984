package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.Environment.ColorScheme;
import io.renderyard.kernel.render.Environment.Geolocation;
import io.renderyard.kernel.render.Environment.MediaType;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Viewport;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every page is green where it believes what it is told, and red where it does not. */
class EmulationIT {
    static final PlayedSite site = new PlayedSite();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1, site.hosts("site.test", "other.test", "localhost"), site);

    private static Environment world(
            @Nullable ColorScheme scheme,
            boolean calm,
            MediaType media,
            @Nullable String zone,
            @Nullable String locale,
            @Nullable String agent,
            boolean scripts) {
        return new Environment(scheme, calm, media, zone, locale, null, agent, scripts);
    }

    private static final Environment DARK = world(ColorScheme.DARK, false, MediaType.SCREEN, null, null, null, true);
    private static final Environment SILENT = world(null, false, MediaType.SCREEN, null, null, null, false);

    private static Environment zone(String name) {
        return world(null, false, MediaType.SCREEN, name, null, null, true);
    }

    private static Environment locale(String name) {
        return world(null, false, MediaType.SCREEN, null, name, null, true);
    }

    private static Environment agent(String name) {
        return world(null, false, MediaType.SCREEN, null, null, name, true);
    }

    private static Environment at(double latitude, double longitude) {
        return new Environment(
                null, false, MediaType.SCREEN, null, null, new Geolocation(latitude, longitude, 10), null, true);
    }

    private static String ifMedia(String query) {
        return "<style>body{background:#f00} @media " + query + "{body{background:#0f0}}</style><body>";
    }

    private static String ifTrue(String condition) {
        return "<body><script>document.body.style.background = (" + condition + ") ? '#0f0' : '#f00'</script>";
    }

    static Stream<Arguments> worlds() {
        return Stream.of(
                arguments("dark", DARK, ifMedia("(prefers-color-scheme: dark)")),
                arguments("dark, asked by script", DARK, ifTrue("matchMedia('(prefers-color-scheme: dark)').matches")),
                arguments(
                        "reduced motion",
                        world(null, true, MediaType.SCREEN, null, null, null, true),
                        ifMedia("(prefers-reduced-motion: reduce)")),
                arguments("print", world(null, false, MediaType.PRINT, null, null, null, true), ifMedia("print")),
                arguments(
                        "time zone",
                        zone("Asia/Kolkata"),
                        ifTrue("Intl.DateTimeFormat().resolvedOptions().timeZone === 'Asia/Calcutta'"
                                + " && new Date(0).getHours() === 5 && new Date(0).getMinutes() === 30")),
                arguments(
                        "locale",
                        locale("de-DE"),
                        ifTrue("(1234.5).toLocaleString() === '1.234,5' && navigator.language === 'de-DE'"
                                + " && navigator.languages[0] === 'de-DE'")),
                arguments(
                        "user agent",
                        agent("Farm/1.0"),
                        ifTrue("navigator.userAgent === 'Farm/1.0' && navigator.appVersion === '1.0'"
                                + " && !(navigator.userAgentData?.brands ?? []).length")),
                arguments(
                        "no scripts",
                        SILENT,
                        "<body style='background:#f00'><noscript><style>body{background:#0f0!important}</style>"
                                + "</noscript><script>document.body.style.background = '#f00'</script>"),
                arguments(
                        "no scripts in events",
                        SILENT,
                        "<body style='background:#f00' onload=\"document.body.innerHTML = ''\"><img src='data:,' "
                                + "onerror=\"document.body.innerHTML = ''\"><style>body:has(img){background:#0f0!important}"
                                + "</style><script>document.querySelector('style').remove()</script>"));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("worlds")
    void aPageBelievesWhatItIsTold(String name, Environment world, String markup) throws Exception {
        site.page("/page", markup);

        assertThat(pixels(fleet, html(markup).with(world)).at(100, 50))
                .as("markup")
                .isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, url("http://site.test/page").with(world)).at(100, 50))
                .as("address")
                .isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, html(markup)).at(100, 50)).as("the next one").isEqualTo(Pixels.RED);
        assertThat(pixels(fleet, url("http://site.test/page")).at(100, 50))
                .as("the next address")
                .isEqualTo(Pixels.RED);
    }

    static Stream<Arguments> windows() {
        return Stream.of(
                arguments(
                        new Viewport(200, 100, 1, true, false, false),
                        "<meta name=viewport content='width=400'>" + ifTrue("innerWidth === 400")),
                arguments(
                        new Viewport(200, 100, 1, false, true, false),
                        ifTrue("navigator.maxTouchPoints === 5 && 'ontouchstart' in window")),
                arguments(
                        new Viewport(200, 100, 1, true, true, false),
                        ifTrue("matchMedia('(pointer: coarse)').matches && matchMedia('(hover: none)').matches"
                                + " && screen.orientation.type === 'portrait-primary'")),
                arguments(
                        new Viewport(200, 100, 1, false, false, true),
                        ifTrue("screen.orientation.type === 'landscape-primary' && screen.orientation.angle === 90")));
    }

    @ParameterizedTest
    @MethodSource("windows")
    void aPageSeesTheWindowItIsGiven(Viewport viewport, String markup) throws Exception {
        site.page("/window", markup);

        assertThat(pixels(fleet, html(markup).with(viewport)).at(100, 50)).isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, url("http://site.test/window").with(viewport)).at(100, 50))
                .isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, html(markup)).at(100, 50)).as("the next one").isEqualTo(Pixels.RED);
    }

    @ParameterizedTest
    @CsvSource({"0.1, 30, 10", "0.5, 150, 50", "1.25, 375, 125", "2, 600, 200", "4, 1200, 400"})
    void theDeviceScaleMultipliesThePicture(double scale, int width, int height) throws Exception {
        String markup = "<body style='margin:0;background:#00f'>"
                + ifTrue("Math.abs(devicePixelRatio - " + scale + ") < 0.001 && innerWidth === 300");

        Pixels drawn = pixels(fleet, html(markup).with(new Viewport(300, 100, scale)));

        assertThat(drawn.width()).isEqualTo(width);
        assertThat(drawn.height()).isEqualTo(height);
        assertThat(drawn.at(width - 1, height - 1)).isEqualTo(Pixels.GREEN);
    }

    @Test
    void aFrameOfAnotherOriginBelievesItToo() throws Exception {
        site.page(
                "/inner",
                ifTrue("matchMedia('(prefers-color-scheme: dark)').matches && navigator.userAgent === 'Farm/1.0'"
                        + " && new Date(0).getHours() === 5 && navigator.language === 'de-DE'"));
        site.page(
                "/outer",
                "<body style='margin:0'><iframe style='border:0;width:200px;height:100px' src='http://other.test/inner'>");
        Environment all = world(ColorScheme.DARK, false, MediaType.SCREEN, "Asia/Kolkata", "de-DE", "Farm/1.0", true);

        assertThat(pixels(fleet, url("http://site.test/outer").with(all)).at(100, 50))
                .isEqualTo(Pixels.GREEN);
    }

    @Test
    void serversAreToldWhatPagesAreTold() throws Exception {
        site.page("/asks", "<body><img src='/asked.png'><img src='http://other.test/asked.png'>");
        site.forget();

        pixels(
                fleet,
                url("http://site.test/asks")
                        .with(world(null, false, MediaType.SCREEN, null, "de-DE", "Farm/1.0", true)));

        assertThat(site.seen()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(one -> {
            assertThat(one.header("User-Agent")).isEqualTo("Farm/1.0");
            assertThat(one.header("Accept-Language")).startsWith("de-DE");
            assertThat(one.headers().keySet()).noneMatch(name -> name.startsWith("Sec-ch-ua"));
        });
    }

    @Test
    void aLanguageAloneLeavesTheUserAgentAsItIs() throws Exception {
        site.page("/agent", "<body>");
        site.forget();

        pixels(fleet, url("http://site.test/agent"));
        pixels(fleet, url("http://site.test/agent").with(locale("fr-CA")));

        List<PlayedSite.Seen> both = site.seen("site.test", "/agent");
        assertThat(both).hasSize(2);
        assertThat(both.get(1).header("User-Agent")).isEqualTo(both.get(0).header("User-Agent"));
        assertThat(both.get(1).header("Accept-Language")).startsWith("fr-CA");
    }

    private static final String WHERE = """
            new Promise(done => navigator.geolocation.getCurrentPosition(
                here => done(document.body.style.background =
                    here.coords.latitude === 48.5 && here.coords.longitude === 9.25 ? '#0f0' : '#00f'),
                refused => done(document.body.style.background = refused.code === 1 ? '#f00' : '#000')))""";

    private static RenderSpec asking(String script) {
        return url("http://localhost/plain").with(new Additions(null, script, List.of(), Additions.Emoji.NATIVE));
    }

    @Test
    void aPageIsWhereItIsToldToBeAndNowhereElse() throws Exception {
        site.page("/plain", "<body>");

        assertThat(pixels(fleet, asking(WHERE).with(at(48.5, 9.25))).at(100, 50))
                .isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, asking(WHERE)).at(100, 50)).isEqualTo(Pixels.RED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Notification.requestPermission().then(answer => paint(answer !== 'granted'))",
                "navigator.mediaDevices.getUserMedia({audio: true, video: true}).then(() => paint(false), () => paint(true))",
                "navigator.clipboard.readText().then(() => paint(false), () => paint(true))",
                "navigator.permissions.query({name: 'camera'}).then(found => paint(found.state !== 'granted'))",
            })
    void noOtherPermissionIsGivenAndNoneIsWaitedFor(String question) throws Exception {
        site.page("/plain", "<body>");
        String script = "var paint = good => document.body.style.background = good ? '#0f0' : '#f00'; " + question;

        assertThat(pixels(fleet, asking(script)).at(100, 50)).isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, asking(script).with(at(1, 2))).at(100, 50)).isEqualTo(Pixels.GREEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mars/Olympus", "Europe/Berlin; x", "+25:00"})
    void anUnknownTimeZoneIsAFailureOfItsOwn(String name) {
        var failure = failure(fleet, html("<p>x").with(zone(name)), ENOUGH);

        assertThat(failure.code()).as(failure.message()).isEqualTo(FailureCode.OPTION_REFUSED);
        assertThat(failure.message()).contains(name).endsWith(".");
    }

    @ParameterizedTest
    @ValueSource(strings = {"??", "not a locale"})
    void anUnknownLocaleIsAFailureOfItsOwn(String name) {
        var failure = failure(fleet, html("<p>x").with(locale(name)), ENOUGH);

        assertThat(failure.code()).as(failure.message()).isEqualTo(FailureCode.OPTION_REFUSED);
    }
}
