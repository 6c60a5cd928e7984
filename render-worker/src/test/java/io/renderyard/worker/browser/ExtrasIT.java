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
import io.renderyard.kernel.render.FontRequest;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.worker.blocking.FilterLists;
import io.renderyard.worker.installed.Packages;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What needs more than the browser: filter lists, consent rules, emoji pictures, fonts. */
class ExtrasIT {
    private static final String FULL = " style='position:fixed;inset:0;background:#f00'";

    @TempDir
    static Path bareFolder;

    static final PlayedSite site = new PlayedSite();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.with(
            new Extras(FilterLists.USUAL_FOLDER, Packages.ofThisMachine()),
            1,
            site.hosts("site.test", "ad.doubleclick.net"),
            site);

    @BeforeAll
    static void pages() {
        site.picture("/ad.svg", "#f00");
    }

    private static RenderSpec cleaned(RenderSpec spec, boolean ads, boolean banners) {
        return spec.with(new Traffic(List.of(), Set.of(), false, List.of(), null, List.of(), ads, banners));
    }

    private static RenderSpec fonts(RenderSpec spec, String... families) {
        return spec.with(new Additions(
                        null,
                        null,
                        List.of(families).stream()
                                .map(family -> new FontRequest(family, List.of("700")))
                                .toList(),
                        Additions.Emoji.NATIVE))
                .with(new Traffic(
                        List.of(),
                        Set.of(),
                        false,
                        List.of(),
                        null,
                        List.of(new BlockRule("https://fonts.googleapis.com/*", Set.of())),
                        false,
                        false));
    }

    @Test
    void advertisementsAreNotLoaded() throws Exception {
        String markup = "<body style='background:#0f0'><img src='http://ad.doubleclick.net/ad.svg'"
                + " style='position:fixed;inset:0;display:block'>";
        site.page("/page", markup);

        for (RenderSpec spec : List.of(url("http://site.test/page"), html(markup))) {
            site.forget();
            var drawn = Fleets.draw(fleet, cleaned(spec, true, false));
            assertThat(Pixels.of(Fleets.picture(drawn)).at(100, 20)).isEqualTo(Pixels.GREEN);
            assertThat(drawn.receipt().blockedRequests())
                    .containsExactly(new BlockedRequest("http://ad.doubleclick.net/ad.svg", "ads"));
            assertThat(site.seen("ad.doubleclick.net", "/ad.svg")).isEmpty();
            assertThat(pixels(fleet, spec).at(100, 20)).as("the next one").isEqualTo(Pixels.RED);
        }
    }

    @Test
    void whatCannotBeKeptFromLoadingIsHidden() throws Exception {
        String google = "<ins class=adsbygoogle data-ad-client=ca-pub-1" + FULL + "></ins>";
        for (String ad : List.of("<div class='ad-banner-2'" + FULL + "></div>", google)) {
            String markup = "<body style='background:#0f0'>" + ad;
            site.page("/hides-" + ad.length(), markup);

            for (RenderSpec spec : List.of(url("http://site.test/hides-" + ad.length()), html(markup))) {
                assertThat(pixels(fleet, cleaned(spec, true, false)).at(100, 50))
                        .isEqualTo(Pixels.GREEN);
                assertThat(pixels(fleet, spec).at(100, 50)).isEqualTo(Pixels.RED);
            }
        }
    }

    @Test
    void aConsentBannerIsAnswered() throws Exception {
        site.page("/page", """
                <body style='background:#0f0'><div id=onetrust-banner-sdk%s>We use cookies
                <button id=onetrust-reject-all-handler onclick="document.cookie = 'OptanonConsent=no';
                  document.getElementById('onetrust-banner-sdk').remove(); fetch('/refused')">Reject all</button>
                <button id=onetrust-accept-btn-handler onclick="fetch('/accepted')">Accept all</button></div>""".formatted(FULL));
        site.forget();

        assertThat(pixels(fleet, cleaned(url("http://site.test/page"), false, true))
                        .at(100, 80))
                .isEqualTo(Pixels.GREEN);
        assertThat(site.seen("site.test", "/refused")).hasSize(1);
        assertThat(site.seen("site.test", "/accepted")).isEmpty();
        assertThat(pixels(fleet, url("http://site.test/page")).at(100, 80))
                .as("the next one")
                .isEqualTo(Pixels.RED);
    }

    @Test
    void emojiBecomePicturesInMarkupAndOnAddresses() throws Exception {
        String markup = "<meta charset=utf-8><body style='margin:0;font:50px/100px sans-serif'>\ud83d\udfe9";
        site.page("/page", markup);

        for (RenderSpec spec : List.of(html(markup), url("http://site.test/page"))) {
            Pixels pictures = pixels(fleet, spec.with(new Additions(null, null, List.of(), Additions.Emoji.TWEMOJI)));
            Pixels glyphs = pixels(fleet, spec);

            // Twemoji's green square has exactly this colour and no shading.
            assertThat(pictures.at(30, 25)).isEqualTo(0x78B159);
            assertThat(glyphs.at(30, 50)).isNotEqualTo(0x78B159);
        }
    }

    @Test
    void onlyFontsThatTheMachineLacksAreAskedFor() throws Exception {
        site.page("/page", "<body>");

        for (RenderSpec spec : List.of(html("<body>"), url("http://site.test/page"))) {
            var drawn = Fleets.draw(fleet, fonts(spec, "DejaVu Sans", "No Such Family"));
            assertThat(drawn.receipt().blockedRequests())
                    .containsExactly(new BlockedRequest(
                            "https://fonts.googleapis.com/css2?family=No+Such+Family:wght@700&display=block", "rule"));
        }
    }

    @Test
    void whatTheMachineLacksIsAFailureThatSaysHowToGetIt() throws Exception {
        try (BrowserFleet bare = Fleets.of(1, bareFolder, Map.of())) {
            var ads = failure(bare, cleaned(html("<p>x"), true, false), ENOUGH);
            var banners = failure(bare, cleaned(html("<p>x"), false, true), ENOUGH);
            var emoji = failure(
                    bare, html("<p>x").with(new Additions(null, null, List.of(), Additions.Emoji.TWEMOJI)), ENOUGH);

            assertThat(List.of(ads, banners, emoji))
                    .allSatisfy(one -> assertThat(one.code()).isEqualTo(FailureCode.TOOL_MISSING));
            assertThat(ads.message()).contains("apt-get install");
            assertThat(bare.restarts()).isZero();
            assertThat(pixels(bare, html("<body style='background:#0f0'>")).at(100, 50))
                    .isEqualTo(Pixels.GREEN);
        }
    }
}
