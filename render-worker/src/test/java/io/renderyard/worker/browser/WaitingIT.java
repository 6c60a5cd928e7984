package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.worker.rendering.Rendering;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class WaitingIT {
    private static final String RED = "<body style='margin:0;background:#f00'>";
    private static final String GREEN = "<body style='margin:0;background:#0f0'>";
    private static final String TURN_GREEN = "document.body.style.background='#0f0';";
    private static final Duration SHORT = Duration.ofMillis(1_500);

    static final Site site = new Site();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1, site.hosts(), site);

    @BeforeAll
    static void pages() {
        site.answersAfter("/late.svg", "/go", 200, "image/svg+xml", PlayedSite.svg("#0f0"));
        site.answersAfter("/late.woff2", "/go-font", 404, "font/woff2", "no");
        site.answersAfter("/late.txt", "/go-text", 200, "text/plain", "ok");
        site.answersAfter("/late.js", "/go-script", 200, "text/javascript", TURN_GREEN);
        site.answers("/image.svg", 200, "image/svg+xml", PlayedSite.svg("#0f0"));
        site.silent("/never");
        site.endless(
                "/drip", "text/html", "<!doctype html><body style='margin:0;background:#0f0'>" + " ".repeat(4_000));
        site.page("/image", RED + "<img id=i style='display:block'>" + onLoad("i.src='/late.svg';" + go("/go")));
        site.page("/background", RED + onLoad("document.body.style.background='url(/late.svg)';" + go("/go")));
        site.page(
                "/before",
                RED + "<style>.on::before{content:'';display:block;height:100px;background:url(/late.svg)}</style>"
                        + onLoad("document.body.className='on';" + go("/go")));
        site.page("/lazy", RED + "<img loading=lazy style='display:block' src='/late.svg'>" + onLoad(go("/go")));
        site.page("/framed", RED + "<iframe src='/image' style='border:0;width:200px;height:100px'></iframe>");
        site.page(
                "/lazy-frame",
                RED + "<iframe loading=lazy src='/image' style='border:0;width:200px;height:100px'></iframe>");
        site.page(
                "/font",
                RED
                        + onLoad("const f = new FontFace('x','url(/late.woff2)'); document.fonts.add(f);"
                                + "f.load().catch(() => {" + TURN_GREEN + "});" + go("/go-font")));
        site.page(
                "/signal",
                RED
                        + later(TURN_GREEN
                                + "document.body.append(Object.assign(document.createElement('i'),{id:'done'}))"));
        site.page("/chain", RED + chain());
        site.page("/held-image", "<body style='margin:0;background:#0f0'><img src='/never' width=1 height=1>");
        site.page("/held-style", "<link rel=stylesheet href='/never'><body style='margin:0;background:#0f0'>");
        site.page("/held-script", "<body style='margin:0;background:#0f0'><p><script src='/never'></script>");
        site.page(
                "/busy-network",
                "<body style='margin:0;background:#0f0'><script>setInterval(() => fetch('/image.svg'), 50)</script>");
        site.answers("/nothing", 204, "text/plain", "");
        site.broken("/broken", "text/html", "<!doctype html><body>Half of");
        site.answers("/download", 200, "application/zip", "PK");
        site.page("/leads-nowhere", GREEN + "<script>location = '/nothing'</script>");
        site.page(
                "/leaves-early",
                GREEN
                        + "<script>setTimeout(() => { location = '/nothing' }, 100)</script><script src='/never'></script>");
        site.answersAfter("/next", "/go-next", 200, "text/html", GREEN);
        site.page("/leads-on", RED + onLoad("location = '/next';" + go("/go-next")));
        site.page("/stops", GREEN + "<script>setTimeout(stop, 100)</script><script src='/never'></script>");
        site.page("/leads-nowhere-later", GREEN + onLoad("location = '/nothing'"));
    }

    private static String onLoad(String script) {
        return "<script>addEventListener('load', () => {" + script + "})</script>";
    }

    private static String go(String trigger) {
        return "setTimeout(() => fetch('" + trigger + "'), 150);";
    }

    private static String remoteGo() {
        return "setTimeout(() => fetch('http://site.test/go'), 150)";
    }

    private static String later(String script) {
        return "<script>setTimeout(() => {" + script + "}, 300)</script>";
    }

    private static String chain() {
        return onLoad(
                "const read = url => fetch(url).then(answer => answer.text()); setTimeout(async () => { setTimeout(() => read('http://site.test/go-text'), 700);"
                        + "await read('http://site.test/late.txt'); await new Promise(r => setTimeout(r, 200));"
                        + "await read('http://site.test/image.svg');" + TURN_GREEN + "}, 100)");
    }

    private static Waiting waiting(
            Waiting.Arrival until, @Nullable String selector, @Nullable String expression, @Nullable String element) {
        return new Waiting(
                until,
                selector,
                expression,
                element,
                Duration.ZERO,
                Duration.ofSeconds(10),
                Waiting.OnTimeout.FAIL,
                Set.of());
    }

    private static Waiting plain() {
        return waiting(Waiting.Arrival.LOADED, null, null, null);
    }

    private static Waiting quiet() {
        return waiting(Waiting.Arrival.NETWORK_QUIET, null, null, null);
    }

    private static Waiting selector(String selector) {
        return waiting(Waiting.Arrival.LOADED, selector, null, null);
    }

    private static Waiting expression(String expression) {
        return waiting(Waiting.Arrival.LOADED, null, expression, null);
    }

    private static Waiting signal(String element) {
        return waiting(Waiting.Arrival.LOADED, null, null, element);
    }

    private static Waiting delayed(Duration delay, Duration atMost) {
        Waiting p = Waiting.PLAIN;
        return new Waiting(p.until(), null, null, null, delay, atMost, p.onTimeout(), Set.of());
    }

    private static Waiting shortly(Waiting of, Waiting.OnTimeout onTimeout) {
        return new Waiting(
                of.until(), of.selector(), of.expression(), of.readyElement(), of.delay(), SHORT, onTimeout, Set.of());
    }

    private static RenderSpec at(String path) {
        return url("http://site.test" + path);
    }

    private static int colour(Rendering rendering) {
        return Pixels.of(Fleets.picture(rendering)).at(100, 50);
    }

    static Stream<Arguments> pagesThatTurnGreen() {
        return Stream.of(
                Arguments.of("an image that a script adds", at("/image"), plain()),
                Arguments.of("a background that a script adds", at("/background"), plain()),
                Arguments.of("a background of a pseudo-element", at("/before"), plain()),
                Arguments.of("a lazy image in view", at("/lazy"), plain()),
                Arguments.of("an image in a frame", at("/framed"), plain()),
                Arguments.of("an image in a lazy frame", at("/lazy-frame"), plain()),
                Arguments.of("a font that is added later", at("/font"), plain()),
                Arguments.of(
                        "a background of markup",
                        html("<body style='background:#f00 url(http://site.test/late.svg)'><script>" + remoteGo()
                                + "</script>"),
                        plain()),
                Arguments.of(
                        "a frame of markup",
                        html(RED + "<iframe style='border:0;width:200px;height:100px' srcdoc=\"<img style="
                                + "'position:absolute;left:0;top:0' src='http://site.test/late.svg'>\"></iframe><script>"
                                + remoteGo() + "</script>"),
                        plain()),
                Arguments.of(
                        "a deferred script of markup",
                        html(RED + "<script defer src='http://site.test/late.js'></script><script>"
                                + remoteGo().replace("/go", "/go-script") + "</script>"),
                        plain()),
                Arguments.of("a quiet network", at("/chain"), quiet()),
                Arguments.of("a quiet network behind markup", html(RED + chain()), quiet()),
                Arguments.of(
                        "an element",
                        html(RED + later(TURN_GREEN + "document.body.append(document.createElement('hr'))")),
                        selector("body > hr")),
                Arguments.of("an expression", html(RED + later(TURN_GREEN + "self.done = 1")), expression("self.done")),
                Arguments.of(
                        "an expression that throws at first",
                        html(RED + later(TURN_GREEN + "self.state = {ready: {is: true}}")),
                        expression("state.ready.is // yet?")),
                Arguments.of(
                        "an expression that promises",
                        html(RED + later(TURN_GREEN + "self.done = true")),
                        expression("Promise.resolve(self.done)")),
                Arguments.of("the page's call", html(RED + later(TURN_GREEN + "ScreenshotReady()")), signal("HereIAm")),
                Arguments.of("the page's element", at("/signal"), signal("done")),
                Arguments.of("a while", html(RED + later(TURN_GREEN)), delayed(Duration.ofMillis(600), ENOUGH)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pagesThatTurnGreen")
    void isWaitedFor(String what, RenderSpec spec, Waiting waiting) throws Exception {
        Rendering rendering = Fleets.draw(fleet, spec.with(waiting));

        assertThat(colour(rendering)).as(what).isEqualTo(Pixels.GREEN);
        assertThat(rendering.receipt().flags()).isEmpty();
    }

    static Stream<Arguments> pagesThatAreNeverReady() {
        String green = "<body style='margin:0;background:#0f0'>";
        return Stream.of(
                Arguments.of(html(green), selector("#never"), "\"#never\""),
                Arguments.of(html(green), expression("1 > 2"), "wait.expression is not true"),
                Arguments.of(html(green), expression("missing.thing"), "ReferenceError: missing"),
                Arguments.of(html(green), signal("HereIAm"), "\"HereIAm\""),
                Arguments.of(at("/busy-network"), quiet(), "never quiet"),
                Arguments.of(at("/held-image"), plain(), "http://site.test/never"),
                Arguments.of(at("/held-style"), plain(), "http://site.test/never"),
                Arguments.of(at("/held-script"), plain(), "http://site.test/never"),
                Arguments.of(html(green + "<img src='http://site.test/never'>"), plain(), "http://site.test/never"),
                Arguments.of(
                        html(green + "<script src='http://site.test/never'></script>"), plain(), "site.test/never"),
                Arguments.of(at("/drip"), plain(), "still loading"));
    }

    @ParameterizedTest
    @MethodSource("pagesThatAreNeverReady")
    void whatNeverComesIsNamedAndCostsNoBrowser(RenderSpec spec, Waiting waiting, String named) {
        int before = fleet.restarts();

        var failure = failure(fleet, spec.with(shortly(waiting, Waiting.OnTimeout.FAIL)), ENOUGH);

        assertThat(failure.code()).as(failure.message()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(failure.message()).contains(named).contains("1500 ms");
        assertThat(fleet.restarts()).isEqualTo(before);
    }

    @ParameterizedTest
    @MethodSource("pagesThatAreNeverReady")
    void whatIsThereIsDrawnWhereAskedFor(RenderSpec spec, Waiting waiting, String named) throws Exception {
        int before = fleet.restarts();

        Rendering rendering = Fleets.draw(fleet, spec.with(shortly(waiting, Waiting.OnTimeout.CAPTURE)));

        assertThat(colour(rendering)).as(named).isEqualTo(Pixels.GREEN);
        assertThat(rendering.receipt().flags()).containsExactly(Receipt.Flag.NOT_READY);
        assertThat(fleet.restarts()).isEqualTo(before);
    }

    @Test
    void aServerThatSaysNothingIsNamedAndCostsNoBrowser() {
        int before = fleet.restarts();
        for (Waiting.OnTimeout either : Waiting.OnTimeout.values()) {
            var failure = failure(fleet, at("/never").with(shortly(plain(), either)), ENOUGH);

            assertThat(failure.code()).as(failure.message()).isEqualTo(FailureCode.TIMEOUT);
            assertThat(failure.message()).contains("has not answered");
        }
        assertThat(fleet.restarts()).isEqualTo(before);
    }

    @Test
    void whatIsNoSelectorOrExpressionIsSaidAtOnce() {
        String held = RED + "<img src='http://site.test/never'>";

        var selector = failure(fleet, html(held).with(selector("p[")), ENOUGH);
        assertThat(selector.code()).isEqualTo(FailureCode.SELECTOR_NOT_FOUND);
        assertThat(selector.message()).contains("wait.selector").contains("\"p[\"");

        var expression = failure(fleet, html(held).with(expression("1 +")), ENOUGH);
        assertThat(expression.code()).isEqualTo(FailureCode.SCRIPT_FAILED);
        assertThat(expression.message()).contains("wait.expression").contains("SyntaxError");
    }

    static Stream<RenderSpec> pagesThatLeadNowhere() {
        String nothing = "http://site.test/nothing";
        String leave = "<script>setTimeout(() => { location = '" + nothing + "' }, 100)</script>";
        String held = "<script src='http://site.test/never'></script>";
        return Stream.of(
                html(GREEN + "<script>location = '" + nothing + "'</script>"),
                html(GREEN + "<p>more<script>location = 'http://site.test/download'</script><p>and more"),
                html(GREEN + onLoad("location = '" + nothing + "'")),
                html(GREEN + leave + held),
                url("http://site.test/leads-nowhere"),
                url("http://site.test/leaves-early"),
                url("http://site.test/stops"),
                url("http://site.test/leads-nowhere-later"));
    }

    /** It has loaded long before the next one answers. */
    @Test
    void aPageThatLeadsToAnotherIsNotThePicture() throws Exception {
        for (RenderSpec spec : List.of(
                url("http://site.test/leads-on"),
                html(RED + onLoad("location = 'http://site.test/next';" + go("http://site.test/go-next"))))) {
            assertThat(colour(Fleets.draw(fleet, spec, ENOUGH)))
                    .as("%s", spec.source())
                    .isEqualTo(Pixels.GREEN);
        }
    }

    @ParameterizedTest
    @MethodSource("pagesThatLeadNowhere")
    void aPageThatStaysIsDrawnAtOnce(RenderSpec spec) throws Exception {
        long start = System.nanoTime();

        Rendering rendering = Fleets.draw(fleet, spec.with(plain()), ENOUGH);

        assertThat(colour(rendering)).isEqualTo(Pixels.GREEN);
        assertThat(rendering.receipt().flags()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(plain().atMost().dividedBy(2));
    }

    @Test
    void aDocumentThatIsBrokenOffIsNotDrawn() {
        long start = System.nanoTime();

        var failure = failure(fleet, url("http://site.test/broken").with(plain()), ENOUGH);

        assertThat(failure.code()).isEqualTo(FailureCode.NAVIGATION_FAILED);
        assertThat(failure.message()).contains("its server broke the connection");
        assertThat(Duration.ofNanos(System.nanoTime() - start))
                .isLessThan(plain().atMost().dividedBy(2));
    }

    @Test
    void aDelayEndsWithTheTimeThereIs() throws Exception {
        Rendering rendering =
                Fleets.draw(fleet, html("<body style='background:#0f0'>").with(delayed(Duration.ofSeconds(20), SHORT)));

        assertThat(colour(rendering)).isEqualTo(Pixels.GREEN);
        assertThat(rendering.receipt().flags()).isEmpty();
    }

    @Test
    void theNextPageIsNotOfferedTheSignal() throws Exception {
        Fleets.draw(fleet, html("<script>ScreenshotReady()</script>").with(signal("x")));

        Rendering next =
                Fleets.draw(fleet, html(RED + "<script>if (!self.ScreenshotReady) " + TURN_GREEN + "</script>"));

        assertThat(colour(next)).isEqualTo(Pixels.GREEN);
    }

    @Test
    void aPageThatDoesNotAnswerCostsItsBrowser() {
        int before = fleet.restarts();

        var failure = failure(
                fleet,
                html("<script>setTimeout(() => { for(;;); }, 300)</script>")
                        .with(shortly(selector("#x"), Waiting.OnTimeout.CAPTURE)),
                ENOUGH);

        assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(fleet.restarts()).isEqualTo(before + 1);
        fleet.awaitReady(ENOUGH);
    }
}
