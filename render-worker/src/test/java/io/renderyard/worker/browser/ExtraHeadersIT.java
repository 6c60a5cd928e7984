package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.after;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.tenant.Secret;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests carry the headers that a caller adds. */
class ExtraHeadersIT {
    /** Never kept where the page still has to leave. */
    private static final String UNTIL_THERE = "location.host === 'other.test' ? 0 : new Promise(() => {})";

    static final PlayedSite site = new PlayedSite();

    @RegisterExtension
    static final SharedFleet fleet =
            SharedFleet.of(1, site.hosts("site.test", "other.test", "allowed.test", "localhost"), site);

    @BeforeAll
    static void pages() {
        site.page("/green", "<body style='background:#0f0'>");
        site.picture("/green.svg", "#0f0");
    }

    @BeforeEach
    void forget() {
        site.forget();
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

    private static List<String> trusted() {
        return site.carrying("Authorization", "X-Farm");
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
}
