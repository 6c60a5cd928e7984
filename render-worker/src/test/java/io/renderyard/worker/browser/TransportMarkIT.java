package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Specs.html;
import static io.renderyard.worker.browser.Specs.url;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.rendering.Rendering;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A site seen over TLS may ask to be called so only (HSTS): a mark that any answer can leave, a picture's too. */
class TransportMarkIT {
    private static final int TRIALS = Integer.getInteger("renderyard.trials", 20);
    private static final String OVER_TLS = "https://" + SafeSite.NAME + "/";
    private static final String WITHOUT = "http://" + SafeSite.NAME + "/";

    /** The document that the page leaves never has an end. */
    private static final String ONCE_THERE = "!location.host ? new Promise(() => {}) : 0";

    @TempDir
    static Path runFolder;

    @TempDir
    static Path folder;

    static SafeSite safe;
    static PlayedSite plain;
    static BrowserFleet fleet;

    @BeforeAll
    static void start() throws Exception {
        safe = new SafeSite(folder);
        plain = new PlayedSite();
        plain.page("/", "<title>without</title>");
        fleet = Fleets.of(
                safe.trusting(Chrome.find().browser(), folder),
                runFolder,
                Map.of(SafeSite.NAME + ":443", safe.port(), SafeSite.NAME + ":80", plain.port()));
    }

    @AfterAll
    static void stop() {
        fleet.close();
        safe.close();
        plain.close();
    }

    private static String title(RenderSpec spec) throws Exception {
        Rendering drawn = Fleets.draw(fleet, spec);
        drawn.exposure().close();
        return drawn.receipt().title();
    }

    /** Markup that goes to the address, after something else. */
    private static RenderSpec leading(String before) {
        return html("<!doctype html><body><script>const lead = () => location = '" + WITHOUT + "'</script>" + before)
                .with(new Additions(null, ONCE_THERE, List.of(), Additions.Emoji.NATIVE));
    }

    @Test
    void aPageThatLoadedTheSiteOverTlsIsLedThereOverTls() throws Exception {
        String plant = "<img src='" + OVER_TLS + "' onerror='lead()'>";

        assertThat(title(leading(plant))).isEqualTo("over TLS");
    }

    @Test
    void noPageIsLedOverTlsForWhatAnotherLoaded() throws Exception {
        List<RenderSpec> planting = List.of(
                html("<img src='" + OVER_TLS + "'>"),
                html("<script>fetch('" + OVER_TLS + "', {keepalive: true})</script>"),
                leading("<img src='" + OVER_TLS + "' onerror='lead()'>"),
                url(OVER_TLS));
        List<RenderSpec> looking = List.of(leading("<script>lead()</script>"), url(WITHOUT));

        for (int trial = 0; trial < TRIALS; trial++) {
            RenderSpec before = planting.get(trial % planting.size());
            title(before);
            String seen = title(looking.get(trial / planting.size() % looking.size()));
            assertThat(seen).as("trial %d after %s", trial, before.source()).isEqualTo("without");
        }
        System.out.printf("Row 42: %d alternations over TLS, 0 marks found%n", TRIALS);
    }
}
