package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.tenant.Secret;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Whose question for a login is answered. */
class LoginAnswersIT {
    static final PlayedSite site = new PlayedSite();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1, site.hosts("site.test", "other.test"), site);

    @BeforeAll
    static void pages() {
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
            PlayedSite.answer(exchange, 401, "image/svg+xml", PlayedSite.svg("#00f"));
        });
    }

    @BeforeEach
    void forget() {
        site.forget();
    }

    private static String basic(String user, String password) {
        return "Basic " + Base64.getEncoder().encodeToString((user + ":" + password).getBytes(StandardCharsets.UTF_8));
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
        assertThat(site.carrying("Authorization")).isEmpty();
    }
}
