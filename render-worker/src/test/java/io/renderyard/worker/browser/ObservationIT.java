package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.failure;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.artifact.Receipt.BlockedRequest;
import io.renderyard.kernel.artifact.Receipt.FailedRequest;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Waiting;
import io.renderyard.kernel.render.Waiting.Defect;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ObservationIT {
    static final Site site = new Site();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1, site.hosts(), site);

    @BeforeAll
    static void pages() {
        site.page("/clean", "<title>Clean</title><img src='/image.svg'>");
        site.page("/ear", "<p>fine");
        site.answers("/image.svg", 200, "image/svg+xml", PlayedSite.svg("#0f0"));
        site.answers("/teapot", 418, "text/html", "<!doctype html><title>Teapot</title>");
        site.answers("/broken.css", 500, "text/css", "");
        site.answers("/throws.js", 200, "text/javascript", "throw new TypeError('from a file')");
        site.answers("/missing.png", 404, "text/html", "<h1>Not found</h1>");
        site.page("/missing-image", "<img src='/missing.png'>");
        site.page("/dead-image", "<img src='http://dead.test/x.png'>");
        site.page("/refused-image", "<img src='http://inside.test/x.png'><img src='https://inside.test/y.png'>");
        site.page("/error", "<script>console.error('It %s: %d', 'broke', 7, {a: 1}, [1, 2])</script>");
    }

    private static Receipt receipt(RenderSpec spec) throws Exception {
        return Fleets.draw(fleet, spec).receipt();
    }

    private static RenderSpec at(String path) {
        return url("http://site.test" + path);
    }

    private static RenderSpec refusing(RenderSpec spec, Defect... defects) {
        Waiting p = Waiting.PLAIN;
        return spec.with(
                new Waiting(p.until(), null, null, null, p.delay(), p.atMost(), p.onTimeout(), Set.of(defects)));
    }

    @Test
    void thePageItselfIsDescribed() throws Exception {
        Receipt receipt = receipt(at("/clean"));

        assertThat(receipt.title()).isEqualTo("Clean");
        assertThat(receipt.address()).isEqualTo("http://site.test/clean");
        assertThat(receipt.httpStatus()).isEqualTo(200);
        assertThat(receipt.steps())
                .extracting(Receipt.Step::name)
                .containsExactly("prepare", "load", "wait", "capture");
        assertThat(receipt.steps()).allMatch(step -> step.took().isPositive());
        assertThat(receipt.consoleErrors()).isEmpty();
        assertThat(receipt.failedRequests()).isEmpty();
        assertThat(receipt.blockedRequests()).isEmpty();
        assertThat(receipt(at("/teapot")).httpStatus()).isEqualTo(418);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "console.error('plain')                                 | plain",
                "console.error('It %s: %d', 'broke', 7, {a: 1}, [1, 2]) | It broke: 7 Object Array(2)",
                "console.error(new RangeError('far'))                   | RangeError: far",
                "console.error(document.createElement('p'), null)       | <p> null",
                "console.assert(1 > 2, 'sums')                          | Assertion failed: sums",
                "throw new Error('thrown')                              | Uncaught Error: thrown",
                "setTimeout(() => { throw 'late' }); document.write('<img src=http://site.test/image.svg>') | Uncaught late",
                "Promise.reject(new Error('kept'))                      | Uncaught (in promise) Error: kept",
                "syntax error                                           | Uncaught SyntaxError",
            })
    void whatThePageComplainsOfIsWrittenDown(String script, String expected) throws Exception {
        Receipt receipt = receipt(html("<script>" + script + "</script>"));

        assertThat(receipt.consoleErrors()).singleElement().asString().startsWith(expected);
        assertThat(receipt(html("<p>")).consoleErrors()).as("the next page's").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"console.log(1)", "console.warn(1)", "console.assert(true)", "console.table([1])"})
    void whatIsNoErrorIsNot(String script) throws Exception {
        assertThat(receipt(html("<script>" + script + "</script>")).consoleErrors())
                .isEmpty();
    }

    @Test
    void anErrorOfAFileNamesIt() throws Exception {
        assertThat(receipt(html("<script src='http://site.test/throws.js' crossorigin></script>"))
                        .consoleErrors())
                .containsExactly("Uncaught TypeError: from a file (http://site.test/throws.js:1:1)");
    }

    @Test
    void whatCouldNotBeLoadedIsWrittenDown() throws Exception {
        Receipt receipt = receipt(html("<link rel=stylesheet href='http://site.test/broken.css'>"
                + "<img src='http://site.test/missing.png'><img src='https://dead.test/x.png'>"
                + "<script>fetch('http://dead.test:1/x').catch(() => {})</script>"));

        assertThat(receipt.failedRequests())
                .containsExactlyInAnyOrder(
                        new FailedRequest("http://site.test/broken.css", "HTTP status 500"),
                        new FailedRequest("http://site.test/missing.png", "not what it should be"),
                        new FailedRequest("https://dead.test/x.png", "ERR_EMPTY_RESPONSE"),
                        new FailedRequest("http://dead.test:1/x", "ERR_UNSAFE_PORT"));
        assertThat(receipt.blockedRequests()).isEmpty();
    }

    @Test
    void whatTheFarmDoesNotContactIsBlockedAndNotFailed() throws Exception {
        for (RenderSpec spec : new RenderSpec[] {
            at("/refused-image"), html("<img src='http://inside.test/x.png'><img src='https://inside.test/y.png'>")
        }) {
            Receipt receipt = receipt(spec);

            assertThat(receipt.blockedRequests())
                    .containsExactlyInAnyOrder(
                            new BlockedRequest("http://inside.test/x.png", "egress"),
                            new BlockedRequest("https://inside.test/y.png", "egress"));
            assertThat(receipt.failedRequests()).isEmpty();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "for (let i = 0; i < 1e6; i++) console.log('line ' + i)",
                "for (let i = 0; i < 1e6; i++) console.error('line ' + i)",
                "for (let i = 0; i < 1e4; i++) Promise.reject(i)",
                "for (let i = 0; i < 500; i++) new Image().src = 'http://site.test/missing' + i",
            })
    void aFloodIsCutShort(String script) throws Exception {
        int before = fleet.restarts();

        Receipt receipt = receipt(html("<script>" + script + "</script>"));

        assertThat(receipt.consoleErrors()).hasSizeLessThanOrEqualTo(Receipt.MOST);
        assertThat(receipt.failedRequests()).hasSizeLessThanOrEqualTo(Receipt.MOST);
        assertThat(receipt(html("<p>")).consoleErrors()).isEmpty();
        assertThat(fleet.restarts()).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "/teapot, HTTP_ERROR, HTTP_ERROR, 418",
        "/error, CONSOLE_ERROR, CONSOLE_ERROR, It broke",
        "/missing-image, FAILED_RESOURCE, RESOURCE_FAILED, http://site.test/missing.png",
        "/dead-image, FAILED_RESOURCE, RESOURCE_FAILED, http://dead.test/x.png",
        "/refused-image, FAILED_RESOURCE, RESOURCE_FAILED, inside.test",
    })
    void aDefectThatIsRefusedFailsTheRender(String path, Defect defect, FailureCode code, String named)
            throws Exception {
        var failure = failure(fleet, refusing(at(path), defect), ENOUGH);

        assertThat(failure.code()).as(failure.message()).isEqualTo(code);
        assertThat(failure.message()).contains(named);
        assertThat(receipt(at(path)).flags()).as("else it is drawn").isEmpty();
    }

    @Test
    void aPageWithoutDefectsIsDrawnWhateverIsRefused() throws Exception {
        assertThat(receipt(refusing(at("/clean"), Defect.values())).httpStatus())
                .isEqualTo(200);
    }

    @Test
    void theAnswerOfThePageItselfIsNoFailedResource() throws Exception {
        assertThat(receipt(refusing(at("/teapot"), Defect.FAILED_RESOURCE)).failedRequests())
                .isEmpty();
    }
}
