package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.FailureCode;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HostilePagesIT {
    private static final String GREEN = "<body style='background:#0f0'>";

    @TempDir
    Path runFolder;

    BrowserFleet fleet;

    @BeforeEach
    void start() {
        fleet = Fleets.of(1, runFolder, Map.of());
    }

    @AfterEach
    void stop() {
        fleet.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "alert(1)",
                "confirm(1); prompt(2); for (let i = 0; i < 20; i++) alert(i)",
                "addEventListener('beforeunload', e => { e.preventDefault(); e.returnValue = 'stay' })",
                "for (let i = 0; i < 20; i++) open('about:blank')",
                "open('http://elsewhere.test/')",
                "print()",
                "const a = document.createElement('a'); a.href = 'data:application/zip,x'; a.download = 'x.zip'; a.click()",
                "navigator.geolocation.getCurrentPosition(() => {}); Notification.requestPermission()",
                "document.documentElement.requestFullscreen().catch(() => {}); document.body.requestPointerLock()",
                "(function tick() { requestAnimationFrame(tick) })()",
                "setInterval(() => {}, 0); new Worker(URL.createObjectURL(new Blob(['for(;;);'])))",
                "close()",
                "document.body.appendChild(document.createElement('iframe')).src = 'file:///etc/passwd'",
                "location = 'file:///etc/passwd'",
                "location = 'chrome://version'",
                "location = 'view-source:about:blank'",
                "location = 'javascript:1'",
                "history.back()",
                "Promise.prototype.then = () => new Promise(() => {}); Image.prototype.decode = null",
            })
    void pagesThatAskForAttentionAreDrawn(String script) throws Exception {
        Pixels drawn = pixels(fleet, html(GREEN + "<script>" + script + "</script>"));

        assertThat(drawn.at(100, 50)).isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, html("<body style='background:#00f'>")).at(100, 50))
                .isEqualTo(Pixels.BLUE);
        assertThat(fleet.restarts()).isZero();
    }

    @Test
    void anEndlessScriptCostsItsDeadlineAndTheNextRenderIsFine() throws Exception {
        long start = System.nanoTime();
        var failure = failure(fleet, html("<script>for(;;);</script>"), Duration.ofSeconds(2));

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
        assertThat(pixels(fleet, html(GREEN)).at(100, 50)).isEqualTo(Pixels.GREEN);
        assertThat(fleet.restarts()).isEqualTo(1);
    }

    @Test
    void aPageThatNeverLoadsTimesOut() {
        var failure = failure(
                fleet, html("<script>document.fonts.ready.then(() => { for(;;); })</script>"), Duration.ofSeconds(2));

        assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
    }

    @Test
    void aPageThatWillNotLeaveDelaysNobody() throws Exception {
        String clinging = GREEN + "<script>addEventListener('pagehide', () => { for(;;); })</script>";
        assertThat(pixels(fleet, html(clinging)).at(100, 50)).isEqualTo(Pixels.GREEN);

        long start = System.nanoTime();
        assertThat(pixels(fleet, html("<body style='background:#00f'>")).at(100, 50))
                .isEqualTo(Pixels.BLUE);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
    }

    @Test
    void dialogsWithoutEndTimeOut() {
        var failure = failure(fleet, html("<script>for(;;) alert(1)</script>"), Duration.ofSeconds(2));

        assertThat(failure.code()).isEqualTo(FailureCode.TIMEOUT);
    }

    @Test
    void aPageThatEatsAllMemoryEndsTyped() throws Exception {
        var failure = failure(
                fleet,
                html("<script>const all = []; for(;;) all.push(new Array(1e6).fill(Math.random()))</script>"),
                ENOUGH);

        assertThat(failure.code()).isIn(FailureCode.BROWSER_CRASHED, FailureCode.TIMEOUT);
        assertThat(pixels(fleet, html(GREEN)).at(100, 50)).isEqualTo(Pixels.GREEN);
    }
}
