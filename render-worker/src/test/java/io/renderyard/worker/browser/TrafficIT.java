package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.artifact.Receipt.BlockedRequest;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.BlockRule;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.ResourceType;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.tenant.Secret;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What servers are sent, and what pages are kept from asking for. */
class TrafficIT {
    private static final String GREEN_PICTURE =
            "<svg xmlns='http://www.w3.org/2000/svg' width='200' height='100'><rect width='200' height='100' fill='#0f0'/></svg>";
    private static final String BLUE_PICTURE = GREEN_PICTURE.replace("#0f0", "#00f");
    private static final String WHOLE = " style='position:fixed;inset:0;display:block'";

    /** Never kept where the page still has to leave. */
    private static final String UNTIL_THERE = "location.host === 'other.test' ? 0 : new Promise(() => {})";

    @TempDir
    static Path runFolder;

    static PlayedSite site;
    static BrowserFleet fleet;

    @BeforeAll
    static void start() throws IOException {
        site = new PlayedSite();
        site.page("/green", "<body style='background:#0f0'>");
        site.file("/green.svg", "image/svg+xml", GREEN_PICTURE);
        site.file("/blue.svg", "image/svg+xml", BLUE_PICTURE);
        site.reply("/closed", exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"farm\"");
            String sent = exchange.getRequestHeaders().getFirst("Authorization");
            boolean let = basic("ann", "s3cret").equals(sent);
            PlayedSite.answer(
                    exchange,
                    let ? 200 : 401,
                    "text/html",
                    "<!doctype html><body style='background:" + (let ? "#0f0" : "#f00") + "'>");
        });
        site.reply("/closed.svg", exchange -> {
            exchange.getResponseHeaders().add("WWW-Authenticate", "Basic realm=\"farm\"");
            PlayedSite.answer(exchange, 401, "image/svg+xml", BLUE_PICTURE);
        });
        fleet = Fleets.of(
                1,
                runFolder,
                Map.of(
                        "site.test", site.port(),
                        "sub.site.test", site.port(),
                        "other.test", site.port(),
                        "allowed.test", site.port(),
                        "localhost", site.port()));
    }

    @AfterAll
    static void stop() {
        fleet.close();
        site.close();
    }

    @BeforeEach
    void forget() {
        site.forget();
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
    }

    private static RenderSpec with(RenderSpec spec, boolean everywhere, String... origins) {
        return spec.with(new Traffic(
                List.of(
                        new Traffic.Header("Authorization", new Secret("Bearer t0ken")),
                        new Traffic.Header("x-Farm", new Secret("ü"))),
                Set.of(origins),
                everywhere,
                List.of(),
                null,
                List.of(),
                false,
                false));
    }

    private static RenderSpec with(RenderSpec spec, Traffic.Cookie... cookies) {
        return spec.with(new Traffic(List.of(), Set.of(), false, List.of(cookies), null, List.of(), false, false));
    }

    private static RenderSpec as(RenderSpec spec, String user, String password) {
        return spec.with(new Traffic(
                List.of(),
                Set.of(),
                false,
                List.of(),
                new Traffic.Login(user, new Secret(password)),
                List.of(),
                false,
                false));
    }

    private static RenderSpec without(RenderSpec spec, BlockRule... rules) {
        return spec.with(new Traffic(List.of(), Set.of(), false, List.of(), null, List.of(rules), false, false));
    }

    private static RenderSpec after(RenderSpec spec, String script) {
        return spec.with(new Additions(null, script, List.of(), Additions.Emoji.NATIVE));
    }

    /** Requests that carried one of the caller's headers. */
    private static List<String> trusted() {
        return site.seen().stream()
                .filter(one -> !one.header("Authorization").isEmpty()
                        || !one.header("X-Farm").isEmpty())
                .map(one -> one.host() + one.path())
                .toList();
    }

    @Test
    void headersGoWithThePageAlone() throws Exception {
        site.page(
                "/page",
                "<body><img src='/green.svg'><img src='http://other.test/green.svg'><iframe src='/green'></iframe>"
                        + "<iframe src='http://other.test/green'></iframe><script>fetch('/fetched');"
                        + "fetch('http://other.test/fetched'); navigator.sendBeacon('/beacon');</script>");

        pixels(fleet, with(url("http://site.test/page"), false, "http://allowed.test"));

        assertThat(site.seen()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(trusted()).containsExactly("site.test/page");
        PlayedSite.Seen page = site.seen("site.test", "/page").getFirst();
        assertThat(page.header("Authorization")).isEqualTo("Bearer t0ken");
        assertThat(page.header("User-Agent")).contains("Chrome");
        assertThat(page.header("Accept")).contains("text/html");
    }

    @Test
    void headersGoWithEverythingToTheirOriginsWhenAsked() throws Exception {
        site.page(
                "/page",
                "<body><img src='/green.svg'><img src='http://allowed.test/green.svg'>"
                        + "<img src='http://other.test/green.svg'><iframe src='http://other.test/framed'></iframe>");
        site.page("/framed", "<body><img src='/green.svg?2'>");

        pixels(fleet, with(url("http://site.test/page"), true, "http://allowed.test/"));

        assertThat(trusted())
                .contains("site.test/page", "site.test/green.svg", "allowed.test/green.svg")
                .noneMatch(one -> one.startsWith("other.test"));
        assertThat(site.seen("other.test", "/green.svg")).hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(ints = {301, 302, 303, 307, 308})
    void aChainOfRedirectsTakesNoHeaderToAStranger(int status) throws Exception {
        // Site, stranger, site, allowed, stranger, and so on: every change of hands in both directions.
        List<String> hosts = List.of("site.test", "other.test", "site.test", "allowed.test", "other.test", "site.test");
        for (int hop = 0; hop < hosts.size() - 1; hop++) {
            String next = "http://" + hosts.get(hop + 1) + "/hop" + (hop + 1);
            site.reply("/hop" + hop, exchange -> {
                exchange.getResponseHeaders().add("Location", next);
                PlayedSite.answer(exchange, status, "text/plain", "moved");
            });
        }
        site.page("/hop5", "<body style='background:#0f0'>");

        for (boolean everywhere : new boolean[] {false, true}) {
            site.forget();
            Pixels drawn = pixels(fleet, with(url("http://site.test/hop0"), everywhere, "http://allowed.test"));
            assertThat(drawn.at(100, 50)).isEqualTo(Pixels.GREEN);
            assertThat(trusted())
                    .containsExactly("site.test/hop0", "site.test/hop2", "allowed.test/hop3", "site.test/hop5");
        }
    }

    @Test
    void nothingOnThePageCarriesTheHeadersToAStranger() throws Exception {
        for (int status : new int[] {301, 302, 303, 307, 308}) {
            site.reply("/away" + status, exchange -> {
                exchange.getResponseHeaders().add("Location", "http://other.test/stolen" + status);
                PlayedSite.answer(exchange, status, "text/plain", "moved");
            });
        }
        String tries = IntStream.of(301, 302, 303, 307, 308)
                .mapToObj(status -> """
                        <img src='/away%1$d?img'><iframe src='/away%1$d?frame'></iframe><link rel=stylesheet href='/away%1$d?css'>
                        <script src='/away%1$d?js'></script><object data='/away%1$d?object'></object><video src='/away%1$d?video'></video>
                        <link rel=prefetch href='/away%1$d?prefetch'><link rel=preload as=font crossorigin href='/away%1$d?font'>
                        <style>@import '/away%1$d?import'; @font-face{font-family:f%1$d;src:url(/away%1$d?face)} p{font-family:f%1$d}</style>
                        <p>x<form method=post target=f%1$d action='/away%1$d'></form><iframe name=f%1$d></iframe>
                        <script>
                          fetch('/away%1$d?fetch').catch(() => {}); fetch('/away%1$d?post', {method: 'POST', body: 'x'}).catch(() => {});
                          fetch('/away%1$d?no-cors', {mode: 'no-cors'}).catch(() => {});
                          navigator.sendBeacon('/away%1$d?beacon', 'x'); new EventSource('/away%1$d?events');
                          const xhr%1$d = new XMLHttpRequest(); xhr%1$d.open('GET', '/away%1$d?xhr'); xhr%1$d.send();
                          document.forms[document.forms.length - 1].submit();
                          new Worker(URL.createObjectURL(new Blob(["fetch('http://site.test/away%1$d?worker').catch(() => {})"])));
                          new SharedWorker('/shared.js?%1$d');
                        </script>""".formatted(status))
                .collect(Collectors.joining());
        site.file(
                "/shared.js",
                "text/javascript",
                "fetch('/away302?shared').catch(() => {}); fetch('http://other.test/direct').catch(() => {})");
        site.page("/page", "<body style='background:#0f0'>" + tries);

        for (boolean everywhere : new boolean[] {false, true}) {
            site.forget();
            pixels(
                    fleet,
                    after(with(url("http://site.test/page"), everywhere), "new Promise(r => setTimeout(r, 500))"));
            assertThat(site.seen().stream().filter(one -> one.host().equals("other.test")))
                    .hasSizeGreaterThan(50);
            assertThat(trusted()).contains("site.test/page").allMatch(one -> one.startsWith("site.test/"));
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>location = 'http://other.test/green'</script>",
                "<meta http-equiv=refresh content='0;url=http://other.test/green'>",
                "<form method=post action='http://other.test/green'></form><script>document.forms[0].submit()</script>",
            })
    void aPageThatMovesAwayByItselfTakesNothingAlong(String way) throws Exception {
        site.page("/moves", "<body>" + way);

        Pixels drawn = pixels(fleet, after(with(url("http://site.test/moves"), true), UNTIL_THERE));

        assertThat(drawn.at(100, 50)).isEqualTo(Pixels.GREEN);
        assertThat(site.seen("other.test", "/green")).isNotEmpty();
        assertThat(trusted()).containsExactly("site.test/moves");
    }

    @Test
    void aServiceWorkerTakesNothingToAStrangerAndDoesNotStay() throws Exception {
        site.file(
                "/worker.js",
                "text/javascript",
                "self.oninstall = e => e.waitUntil(fetch('/by-worker').then(() =>"
                        + " fetch('http://other.test/by-worker', {mode: 'no-cors'})));"
                        + " self.onfetch = e => e.respondWith(new Response('<body style=\"background:#f00\">',"
                        + " {headers: {'Content-Type': 'text/html'}}));");
        site.page("/registers", "<body style='background:#0f0'>");
        String install = "navigator.serviceWorker.register('/worker.js').then(() => navigator.serviceWorker.ready)";

        pixels(fleet, after(with(url("http://localhost/registers"), true), install));

        assertThat(site.seen("other.test", "/by-worker")).hasSize(1);
        assertThat(trusted())
                .contains("localhost/registers", "localhost/worker.js", "localhost/by-worker")
                .allMatch(one -> one.startsWith("localhost/"));
        assertThat(pixels(fleet, url("http://localhost/registers")).at(100, 50)).isEqualTo(Pixels.GREEN);
    }

    @Test
    void thePortIsPartOfAnOrigin() throws Exception {
        site.redirect("/port", "http://site.test:8080/green");
        site.redirect("/same-port", "http://site.test:80/green");

        pixels(fleet, with(url("http://site.test/port"), true));
        pixels(fleet, with(url("http://site.test/same-port"), true));

        assertThat(site.seen("site.test:8080", "/green")).hasSize(1);
        assertThat(trusted()).containsExactly("site.test/port", "site.test/same-port", "site.test/green");
    }

    @Test
    void theNextPageSendsNothingOfIt() throws Exception {
        pixels(fleet, with(url("http://site.test/green"), true));
        site.forget();

        pixels(fleet, url("http://site.test/green"));
        pixels(fleet, html("<img src='http://site.test/green.svg'>"));

        assertThat(site.seen()).hasSizeGreaterThanOrEqualTo(2);
        assertThat(trusted()).isEmpty();
    }

    private static Traffic.Cookie cookie(String name, @Nullable String domain, String path) {
        return new Traffic.Cookie(name, new Secret("v-" + name), domain, path, false, false);
    }

    @Test
    void cookiesGoWhereTheyBelong() throws Exception {
        site.page(
                "/a/page",
                "<body><img src='/b/x.png'><img src='http://sub.site.test/x.png'><img src='http://other.test/x.png'>");

        pixels(
                fleet,
                with(
                        url("http://site.test/a/page"),
                        cookie("own", null, "/"),
                        cookie("path", null, "/a"),
                        cookie("exact", "site.test", "/"),
                        cookie("wide", ".site.test", "/"),
                        cookie("below", "sub.site.test", "/"),
                        new Traffic.Cookie("tls", new Secret("x"), "site.test", "/", true, false)));

        assertThat(cookies("site.test", "/a/page"))
                .containsExactlyInAnyOrder("own=v-own", "path=v-path", "exact=v-exact", "wide=v-wide");
        assertThat(cookies("site.test", "/b/x.png"))
                .containsExactlyInAnyOrder("own=v-own", "exact=v-exact", "wide=v-wide");
        assertThat(cookies("sub.site.test", "/x.png")).containsExactlyInAnyOrder("wide=v-wide", "below=v-below");
        assertThat(cookies("other.test", "/x.png")).containsExactly("");
    }

    private static List<String> cookies(String host, String path) {
        return Stream.of(site.seen(host, path).getFirst().header("Cookie").split("; "))
                .toList();
    }

    @Test
    void aPageReadsItsCookiesUnlessTheyAreForServersOnly() throws Exception {
        site.page(
                "/reads",
                "<body><script>document.body.style.background = document.cookie === 'open=v-open' ? '#0f0' : '#f00'</script>");
        var hidden = new Traffic.Cookie("hidden", new Secret("x"), null, "/", false, true);

        assertThat(pixels(fleet, with(url("http://site.test/reads"), cookie("open", null, "/"), hidden))
                        .at(100, 50))
                .isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, url("http://site.test/reads")).at(100, 50)).isEqualTo(Pixels.RED);
    }

    @Test
    void markupGivesItsCookiesToThePicturesItLoads() throws Exception {
        pixels(
                fleet,
                with(
                        html("<img src='http://site.test/green.svg'><img src='http://other.test/green.svg'>"),
                        cookie("own", "site.test", "/")));

        assertThat(cookies("site.test", "/green.svg")).containsExactly("own=v-own");
        assertThat(cookies("other.test", "/green.svg")).containsExactly("");
    }

    @Test
    void aCookieThatCannotBeIsAFailureOfItsOwn() {
        var invalid = failure(fleet, with(url("http://site.test/green"), cookie("a;b", null, "/")), ENOUGH);
        var homeless = failure(fleet, with(html("<p>x"), cookie("a", null, "/")), ENOUGH);

        assertThat(invalid.code()).as(invalid.message()).isEqualTo(FailureCode.OPTION_REFUSED);
        assertThat(homeless.code()).as(homeless.message()).isEqualTo(FailureCode.OPTION_REFUSED);
        assertThat(homeless.message()).contains("domain");
    }

    @Test
    void aServersQuestionForALoginIsAnswered() throws Exception {
        assertThat(pixels(fleet, as(url("http://site.test/closed"), "ann", "s3cret"))
                        .at(100, 50))
                .isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, url("http://site.test/closed")).at(100, 50))
                .as("the next one")
                .isEqualTo(Pixels.RED);
    }

    @Test
    void aWrongLoginIsTriedOnceAndWhatTheServerSaysIsDrawn() throws Exception {
        assertThat(pixels(fleet, as(url("http://site.test/closed"), "ann", "wrong"))
                        .at(100, 50))
                .isEqualTo(Pixels.RED);

        assertThat(site.seen("site.test", "/closed").stream()
                        .filter(one -> !one.header("Authorization").isEmpty()))
                .hasSize(1);
    }

    @Test
    void aStrangersQuestionForALoginIsNotAnsweredAndBlocksNothing() throws Exception {
        site.page(
                "/page",
                "<body style='background:#0f0'><img src='http://other.test/closed.svg' hidden>"
                        + "<iframe src='http://other.test/closed' hidden></iframe>");
        site.redirect("/to-stranger", "http://other.test/closed");

        assertThat(pixels(fleet, as(url("http://site.test/page"), "ann", "s3cret"))
                        .at(100, 50))
                .isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, as(url("http://site.test/to-stranger"), "ann", "s3cret"))
                        .at(100, 50))
                .isEqualTo(Pixels.RED);
        assertThat(pixels(
                                fleet,
                                as(
                                        html(
                                                "<body style='background:#0f0'><img src='http://site.test/closed.svg' hidden>"),
                                        "ann",
                                        "s3cret"))
                        .at(100, 50))
                .isEqualTo(Pixels.GREEN);

        assertThat(site.seen()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(trusted()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "*/blue.svg, ",
        "http://other.test/*, ",
        "*, IMAGE",
        "*, IMG",
        "http://other.test/blue.svg, IMAGE",
        ", IMAGE",
    })
    void aRequestThatARuleNamesIsNotMade(@Nullable String pattern, @Nullable ResourceType type) throws Exception {
        var rule = new BlockRule(pattern, type == null ? Set.of() : Set.of(type));
        String markup = "<body style='background:#0f0'><img src='http://other.test/blue.svg'" + WHOLE + ">";
        site.page("/page", markup);

        for (RenderSpec spec : List.of(url("http://site.test/page"), html(markup))) {
            var drawn = Fleets.draw(fleet, without(spec, rule));
            assertThat(Pixels.of(Fleets.picture(drawn)).at(100, 20)).isEqualTo(Pixels.GREEN);
            assertThat(drawn.receipt().blockedRequests())
                    .containsExactly(new BlockedRequest("http://other.test/blue.svg", "rule"));
            assertThat(site.seen("other.test", "/blue.svg")).isEmpty();
        }
        assertThat(pixels(fleet, html(markup)).at(100, 20)).as("the next one").isEqualTo(Pixels.BLUE);
    }

    @ParameterizedTest
    @CsvSource({"*/Blue.svg, ", "*, SCRIPT", "http://other.test/blue.svg, FONT", "other.test, "})
    void aRequestThatNoRuleNamesIsMade(String pattern, @Nullable ResourceType type) throws Exception {
        var rule = new BlockRule(pattern, type == null ? Set.of() : Set.of(type));

        Pixels drawn = pixels(fleet, without(html("<body><img src='http://other.test/blue.svg'" + WHOLE + ">"), rule));

        assertThat(drawn.at(100, 20)).isEqualTo(Pixels.BLUE);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "STYLESHEET | <link rel=stylesheet href='/thing'>",
                "SCRIPT | <script src='/thing'></script>",
                "FETCH | <script>fetch('/thing')</script>",
                "XHR | <script>x = new XMLHttpRequest(); x.open('GET', '/thing'); x.send()</script>",
                "EVENT_SOURCE | <script>new EventSource('/thing')</script>",
                "BEACON | <script>navigator.sendBeacon('/thing')</script>",
                "PING | <a ping='/thing' href='#x'>x</a><script>document.querySelector('a').click()</script>",
                "MEDIA | <video src='/thing' preload=auto></video>",
                "TEXT_TRACK | <video><track default src='/thing'></video>",
                "FONT | <style>@font-face{font-family:f;src:url(/thing)} p{font-family:f}</style><p>x",
                "DOCUMENT | <iframe src='/thing'></iframe>",
                "MANIFEST | <link rel=manifest href='/thing'>",
            })
    void everyKindOfRequestCanBeBlocked(ResourceType type, String markup) throws Exception {
        site.page("/page", "<body>" + markup);
        String settle = "new Promise(r => setTimeout(r, 100))";

        pixels(fleet, after(url("http://site.test/page"), settle));
        boolean asks = !site.seen("site.test", "/thing").isEmpty();
        site.forget();
        pixels(fleet, without(after(url("http://site.test/page"), settle), new BlockRule("*/thing", Set.of(type))));

        // A headless browser never asks for a manifest.
        assertThat(asks).isEqualTo(type != ResourceType.MANIFEST);
        assertThat(site.seen("site.test", "/thing")).isEmpty();
    }

    @Test
    void aPageThatIsBlockedItselfSaysSo() {
        var failure =
                failure(fleet, without(url("http://site.test/green"), new BlockRule("*/green", Set.of())), ENOUGH);

        assertThat(failure.code()).isEqualTo(FailureCode.NAVIGATION_FAILED);
        assertThat(failure.message()).contains("rules");
        assertThat(site.seen()).isEmpty();
    }
}
