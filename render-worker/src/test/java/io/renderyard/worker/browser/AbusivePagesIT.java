package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.worker.rendering.RenderException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each abusive page has one of two browsers, and a good page is drawn beside it. */
class AbusivePagesIT {
    private static final Duration DEADLINE = Duration.ofSeconds(2);
    private static final Duration GRACE = Duration.ofSeconds(2);

    static final AbusiveServer server = new AbusiveServer();

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(2, Map.of("abuse.test", server.port()), server);

    static List<AbusivePages.Page> pages() {
        assertThat(AbusivePages.all()).hasSizeGreaterThanOrEqualTo(40);
        return AbusivePages.all();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void anAbusivePageEndsInTimeAndHurtsNobody(AbusivePages.Page page) throws Exception {
        fleet.awaitReady(ENOUGH);
        int before = fleet.restarts();
        CompletableFuture<Pixels> good = CompletableFuture.supplyAsync(AbusivePagesIT::blue);
        long start = System.nanoTime();

        boolean drawn = isDrawn(page);

        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(DEADLINE.plus(GRACE));
        assertThat(good.get().at(100, 50)).isEqualTo(Pixels.BLUE);
        if (page.drawn()) {
            assertThat(drawn).isTrue();
            assertThat(fleet.restarts()).isEqualTo(before);
        }
        assertThat(blue().at(100, 50)).as("the next one").isEqualTo(Pixels.BLUE);
    }

    /** Everything but a typed failure or a picture is thrown. */
    private static boolean isDrawn(AbusivePages.Page page) throws Exception {
        try {
            Pixels pixels =
                    Pixels.of(Fleets.picture(Fleets.draw(fleet, page.spec(), page.drawn() ? ENOUGH : DEADLINE)));
            if (page.drawn()) {
                assertThat(pixels.at(100, 50)).isEqualTo(Pixels.GREEN);
            }
            return true;
        } catch (RenderException typed) {
            if (page.drawn()) {
                throw typed;
            }
            return false;
        }
    }

    private static Pixels blue() {
        try {
            return Fleets.pixels(fleet, html("<body style='background:#00f'>"));
        } catch (Exception e) {
            throw new AssertionError("a good page was not drawn", e);
        }
    }
}
