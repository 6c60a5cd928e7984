package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.after;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Environment;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AddedScriptIT {
    private static final String GREEN = "document.body.style.background = '#0f0'";

    static final PlayedSite site = new PlayedSite();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1, site.hosts("site.test"), site);

    @BeforeAll
    static void pages() {
        site.page("/red", "<body style='background:#f00'>");
        site.reply("/strict", exchange -> {
            exchange.getResponseHeaders().add("Content-Security-Policy", "default-src 'none'");
            PlayedSite.answer(exchange, 200, "text/html", "<!doctype html><body>");
        });
        site.page("/other", "<body style='background:#0f0'>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                GREEN,
                "new Promise(done => setTimeout(() => { " + GREEN + "; done(); }, 200))",
                "await new Promise(done => setTimeout(done, 200)); " + GREEN,
                "(async () => { await new Promise(done => setTimeout(done, 200)); " + GREEN + "; })()",
                "const said = 1; let again = said; " + GREEN + "; window",
            })
    void whatAScriptPromisesIsInThePicture(String script) throws Exception {
        assertThat(pixels(fleet, after(html("<body style='background:#f00'>"), script))
                        .at(100, 50))
                .isEqualTo(Pixels.GREEN);
        assertThat(pixels(fleet, after(url("http://site.test/red"), script)).at(100, 50))
                .isEqualTo(Pixels.GREEN);
    }

    @Test
    void aPagesPolicyDoesNotKeepTheScriptOut() throws Exception {
        assertThat(pixels(fleet, after(url("http://site.test/strict"), GREEN)).at(100, 50))
                .isEqualTo(Pixels.GREEN);
    }

    @Test
    void picturesThatAScriptAddsAreWaitedFor() throws Exception {
        site.picture("/green.svg", "#0f0");
        String script = "document.body.innerHTML = \"<img style='position:fixed;inset:0' src='/green.svg'>\"";

        assertThat(pixels(fleet, after(url("http://site.test/red"), script)).at(100, 50))
                .isEqualTo(Pixels.GREEN);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "missing()|missing is not defined",
                "throw new Error('made to fail')|made to fail",
                "throw 'just words'|just words",
                "Promise.reject(new TypeError('later'))|later",
                "await Promise.reject(new Error('at the top'))|at the top",
                "this is no script|SyntaxError",
            })
    void aScriptThatThrowsFailsTheRenderWithItsWords(String script, String words) {
        var failure = failure(fleet, after(html("<p>x"), script), ENOUGH);

        assertThat(failure.code()).as(failure.message()).isEqualTo(FailureCode.SCRIPT_FAILED);
        assertThat(failure.message()).contains(words);
    }

    @Test
    void aScriptMayLeadThePageElsewhereAndRunsOnlyOnce() throws Exception {
        site.forget();

        Pixels drawn = pixels(fleet, after(url("http://site.test/red"), "location = '/other'; new Promise(() => {})"));

        assertThat(drawn.at(100, 50)).isEqualTo(Pixels.GREEN);
        assertThat(site.seen("site.test", "/other")).hasSize(1);
    }

    @Test
    void aScriptWorksOnPagesWhoseOwnScriptsAreForbidden() throws Exception {
        Environment silent = new Environment(null, false, Environment.MediaType.SCREEN, null, null, null, null, false);
        String page = "<body style='background:#f00'><script>document.body.style.background = '#00f'</script>";

        assertThat(pixels(fleet, after(html(page).with(silent), GREEN)).at(100, 50))
                .isEqualTo(Pixels.GREEN);
    }
}
