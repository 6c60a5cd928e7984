package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.after;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.artifact.Receipt.BlockedRequest;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.BlockRule;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.ResourceType;
import io.renderyard.kernel.render.Traffic;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What pages are kept from asking for. */
class RequestRulesIT {
    private static final String WHOLE = " style='position:fixed;inset:0;display:block'";

    static final PlayedSite site = new PlayedSite();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1, site.hosts("site.test", "other.test"), site);

    @BeforeAll
    static void pages() {
        site.page("/green", "<body style='background:#0f0'>");
        site.picture("/blue.svg", "#00f");
    }

    @BeforeEach
    void forget() {
        site.forget();
    }

    private static RenderSpec without(RenderSpec spec, BlockRule... rules) {
        return spec.with(new Traffic(List.of(), Set.of(), false, List.of(), null, List.of(rules), false, false));
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
