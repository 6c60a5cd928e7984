package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static io.renderyard.worker.browser.Specs.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.worker.rendering.Rendering;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Waiting for pages whose scripts do not run: our own have no timers there either. */
class ScriptlessIT {
    private static final Duration BOUND = Duration.ofSeconds(8);
    private static final String GREEN = "<body style='margin:0;background:#0f0'><noscript><p id=x>no</p></noscript>"
            + "<script>document.body.style.background='#f00'</script>";
    private static final String TALL =
            GREEN + "<div style='height:900px'></div><img loading=lazy src='http://site.test/image.svg'>";
    private static final Environment NO_SCRIPTS =
            new Environment(null, false, Environment.PLAIN.mediaType(), null, null, null, null, false);

    static final Site site = new Site();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1, site.hosts(), site);

    @BeforeAll
    static void answers() {
        site.answers("/image.svg", 200, "image/svg+xml", PlayedSite.svg("#0f0"));
        site.answers("/font.woff2", 404, "font/woff2", "no");
        site.answers("/nothing", 204, "text/plain", "");
        pages().forEach((name, page) -> site.page("/" + name, page));
    }

    private static Map<String, String> pages() {
        String host = "http://site.test";
        return Map.of(
                "plain",
                GREEN,
                "image",
                GREEN + "<img src='" + host + "/image.svg'>",
                "lazy",
                GREEN + "<img loading=lazy src='" + host + "/image.svg' width=200 height=100>",
                "font",
                GREEN + "<style>@font-face{font-family:f;src:url(" + host + "/font.woff2)}p{font-family:f}</style>",
                "tall",
                TALL,
                "moving",
                GREEN + "<style>@keyframes k{to{margin-left:90px}}p{animation:k 1s infinite}</style>",
                "frame",
                GREEN + "<iframe srcdoc='<p>framed'></iframe>",
                "refresh",
                "<meta http-equiv=refresh content='0;url=" + host + "/nothing'>" + GREEN);
    }

    private static Waiting waiting(Waiting.Arrival until, @Nullable String selector, Duration delay) {
        return new Waiting(until, selector, null, null, delay, BOUND, Waiting.OnTimeout.FAIL, Set.of());
    }

    static Stream<Arguments> ways() {
        Waiting plain = waiting(Waiting.Arrival.LOADED, null, Duration.ZERO);
        Stream<Arguments> kinds = pages().entrySet().stream()
                .flatMap(page -> Stream.of(
                        arguments(
                                "markup: " + page.getKey(),
                                html(page.getValue()).with(plain)),
                        arguments(
                                "address: " + page.getKey(),
                                url("http://site.test/" + page.getKey()).with(plain))));
        Stream<Arguments> conditions = Stream.of(html(GREEN), url("http://site.test/plain"))
                .flatMap(page -> Stream.of(
                        arguments("selector", page.with(waiting(Waiting.Arrival.LOADED, "#x", Duration.ZERO))),
                        arguments("delay", page.with(waiting(Waiting.Arrival.LOADED, null, Duration.ofMillis(200)))),
                        arguments("quiet", page.with(waiting(Waiting.Arrival.NETWORK_QUIET, null, Duration.ZERO))),
                        arguments(
                                "all", page.with(waiting(Waiting.Arrival.NETWORK_QUIET, "#x", Duration.ofMillis(200)))),
                        arguments("full page", with(page, new Area.FullPage()).with(plain)),
                        arguments(
                                "content", with(page, new Area.Element("body")).with(plain)),
                        arguments("styled", Specs.styled(page, "p{color:#00f}").with(plain))));
        Stream<Arguments> full = Stream.of(
                arguments("full markup", with(html(TALL), new Area.FullPage()).with(plain)),
                arguments(
                        "full address",
                        with(url("http://site.test/tall"), new Area.FullPage()).with(plain)));
        return Stream.of(kinds, conditions, full).flatMap(all -> all);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("ways")
    void aPageWithoutScriptsIsDrawnLongBeforeItsBound(String name, RenderSpec spec) throws Exception {
        long start = System.nanoTime();

        Rendering rendering = Fleets.draw(fleet, spec.with(NO_SCRIPTS), ENOUGH);

        assertThat(Pixels.of(Fleets.picture(rendering)).at(190, 5)).isEqualTo(Pixels.GREEN);
        assertThat(rendering.receipt().flags()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(BOUND.dividedBy(2));
    }

    @Test
    void whatNeverComesIsSaidAtTheBound() {
        Waiting shortly = new Waiting(
                Waiting.Arrival.LOADED,
                "#never",
                null,
                null,
                Duration.ZERO,
                Duration.ofSeconds(1),
                Waiting.OnTimeout.FAIL,
                Set.of());

        var failure = failure(fleet, html(GREEN).with(NO_SCRIPTS).with(shortly), ENOUGH);

        assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(failure.message()).contains("nothing on it matches wait.selector");
    }

    @Test
    void whatTimeBringsIsWaitedFor() throws Exception {
        long start = System.nanoTime();
        String late = "<meta http-equiv=refresh content='1;url=#x'><p id=x>x";
        Waiting target = waiting(Waiting.Arrival.LOADED, ":target", Duration.ZERO);
        site.page("/late", late);

        Fleets.draw(fleet, url("http://site.test/late").with(NO_SCRIPTS).with(target), ENOUGH);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isBetween(Duration.ofMillis(900), BOUND.dividedBy(2));
    }
}
