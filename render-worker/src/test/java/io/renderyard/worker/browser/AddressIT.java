package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.styled;
import static io.renderyard.worker.browser.Specs.url;
import static io.renderyard.worker.browser.Specs.with;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Area;
import java.time.Duration;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddressIT {
    static final PlayedSite site = new PlayedSite();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1, site.hosts("site.test"), site);

    @BeforeAll
    static void pages() {
        site.page("/green", "<body style='background:#0f0'><p id=p>");
        site.page("/picture", "<body style='margin:0;background:#f00'><img style='display:block' src='/image.svg'>");
        site.page("/to-file", "<body style='background:#0f0'><script>location = 'file:///etc/passwd'</script>");
        site.page("/to-refused", "<body><script>location = 'http://inside.test/secret'</script>");
        site.page("/to-refused-tls", "<body><script>location = 'https://inside.test/secret'</script>");
        site.page(
                "/to-dead",
                "<body><img src='http://inside.test/x.png'><script>location = 'https://dead.test/'</script>");
        site.page("/to-green", "<body style='background:#f00'><script>location = '/green'</script>");
        site.page("/refused-image", "<body style='background:#0f0'><img src='http://inside.test/x.png'>");
        site.page(
                "/cookie",
                "<body><script>document.body.style.background = document.cookie ? '#f00' : '#0f0';"
                        + "document.cookie = 'seen=1; max-age=9999'; localStorage.seen = 1</script>");
        site.page("/endless", "<script>for(;;);</script>");
        site.page("/missing", "<body style='background:#00f'>not here");
        site.picture("/image.svg", "#0f0");
        site.reply("/csp", exchange -> {
            exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'none'");
            PlayedSite.answer(exchange, 200, "text/html", "<!doctype html><body><p>strict");
        });
        site.reply("/download", exchange -> {
            exchange.getResponseHeaders().add("Content-Disposition", "attachment; filename=x.bin");
            PlayedSite.answer(exchange, 200, "application/octet-stream", "x");
        });
        site.redirect("/redirect", "/green");
        site.redirect("/redirect-refused", "http://inside.test/secret");
        site.redirect("/redirect-refused-tls", "https://inside.test/secret");
        site.redirect("/redirect-file", "file:///etc/passwd");
        site.redirect("/redirect-loop", "/redirect-loop");
        site.reply("/hang", exchange -> {});
    }

    @ParameterizedTest
    @ValueSource(strings = {"/green", "/redirect", "/picture", "/to-green", "/refused-image", "/to-file"})
    void aPageIsLoadedThroughTheGateAndDrawn(String path) throws Exception {
        assertThat(pixels(fleet, url("http://site.test" + path)).at(100, 50)).isEqualTo(Pixels.GREEN);
    }

    @Test
    void oneRenderSeesNothingOfTheOther() throws Exception {
        assertThat(pixels(fleet, url("http://site.test/cookie")).at(100, 50)).isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, url("http://site.test/cookie")).at(100, 50)).isEqualTo(Pixels.GREEN);
    }

    @Test
    void cssAndSelectorsWorkOnAddressesToo() throws Exception {
        var spec = styled(
                with(url("http://site.test/csp"), new Area.Element("p")),
                "p{margin:0;width:70px;height:20px;background:#00f;color:#00f}");

        Pixels drawn = pixels(fleet, spec);

        assertThat(drawn.width()).isEqualTo(70);
        assertThat(drawn.at(35, 10)).isEqualTo(Pixels.BLUE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://inside.test/",
                "https://inside.test/",
                "http://127.0.0.1:22222/",
                "https://[::1]:8443/x",
                "http://site.test/redirect-refused",
                "http://site.test/redirect-refused-tls",
                "http://site.test/to-refused",
                "http://site.test/to-refused-tls",
            })
    void aRefusedHostIsNotDrawn(String address) {
        var failure = failure(fleet, url(address), ENOUGH);

        assertThat(failure.code()).as(failure.message()).isEqualTo(FailureCode.EGRESS_REFUSED);
    }

    @ParameterizedTest
    @CsvSource({
        "http://dead.test/, NAVIGATION_FAILED",
        "https://dead.test/, NAVIGATION_FAILED",
        "http://site.test/download, NAVIGATION_FAILED",
        "http://site.test/to-dead, NAVIGATION_FAILED",
        "http://site.test/redirect-loop, NAVIGATION_FAILED",
        "http://site.test/redirect-file, NAVIGATION_FAILED",
        "file:///etc/passwd, EGRESS_REFUSED",
        "chrome://version, EGRESS_REFUSED",
        "view-source:http://site.test/green, EGRESS_REFUSED",
        "devtools://devtools/bundled/inspector.html, EGRESS_REFUSED",
    })
    void whatCannotBeLoadedSaysWhy(String address, FailureCode code) {
        var failure = failure(fleet, url(address), ENOUGH);

        assertThat(failure.code()).as(failure.message()).isEqualTo(code);
        assertThat(failure.message()).endsWith(".").doesNotContain("net::");
    }

    @Test
    void failuresOfAddressesCostNoBrowserButAPageThatNeverAnswersDoes() throws Exception {
        int before = fleet.restarts();
        assertThat(failure(fleet, url("http://dead.test/"), ENOUGH).code().isRetryable())
                .isTrue();
        assertThat(fleet.restarts()).isEqualTo(before);

        assertThat(failure(fleet, url("http://site.test/hang"), Duration.ofSeconds(2))
                        .code())
                .isEqualTo(FailureCode.TIMEOUT);
        assertThat(failure(fleet, url("http://site.test/endless"), Duration.ofSeconds(4))
                        .code())
                .isEqualTo(FailureCode.TIMEOUT);
        assertThat(fleet.restarts()).as("the page that hangs still answers").isEqualTo(before + 1);
        assertThat(pixels(fleet, url("http://site.test/green")).at(100, 50)).isEqualTo(Pixels.GREEN);
    }

    @Test
    void markupThatMovesToARefusedHostIsNotDrawn() throws Exception {
        var failure = failure(
                fleet,
                html(
                        "<script>document.write('<img src=http://site.test/hang>'); location = 'http://inside.test/secret'</script>"),
                ENOUGH);

        assertThat(failure.code()).as(failure.message()).isEqualTo(FailureCode.EGRESS_REFUSED);
        assertThat(pixels(fleet, html("<body style='background:#0f0'>")).at(100, 50))
                .isEqualTo(Pixels.GREEN);
    }

    @Test
    void markupLoadsItsImagesThroughTheGate() throws Exception {
        String page = "<body style='margin:0;background:#f00'><img src='http://site.test/image.svg'>";

        assertThat(pixels(fleet, html(page)).at(100, 50)).isEqualTo(Pixels.GREEN);
    }
}
