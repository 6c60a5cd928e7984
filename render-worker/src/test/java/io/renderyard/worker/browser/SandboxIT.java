package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SandboxIT {
    @TempDir
    Path runFolder;

    @Test
    void renderersAreBehindSeccompAndNamespacesAndNothingIsRoot() throws Exception {
        try (BrowserFleet fleet = Fleets.of(1, runFolder, Map.of())) {
            assertThat(pixels(fleet, html("<p>x")).width()).isEqualTo(200);
            Browser browser = fleet.browsers().getFirst();

            List<ProcessHandle> renderers = Fleets.renderers(browser);
            assertThat(renderers).isNotEmpty();
            for (ProcessHandle renderer : renderers) {
                assertThat(Fleets.status(renderer.pid(), "Seccomp")).isEqualTo("2");
                assertThat(Fleets.namespace("user", renderer.pid())).isNotEqualTo(Fleets.namespace("user", ownPid()));
                assertThat(Fleets.namespace("pid", renderer.pid())).isNotEqualTo(Fleets.namespace("pid", ownPid()));
            }
            assertThat(browser.process().descendants()).isNotEmpty().allSatisfy(one -> {
                assertThat(Fleets.status(one.pid(), "Uid")).doesNotStartWith("0\t");
                assertThat(Fleets.status(one.pid(), "NoNewPrivs")).isEqualTo("1");
                assertThat(Fleets.commandLine(one.pid()))
                        .doesNotContain("no-sandbox", "disable-web-security", "IsolateOrigins");
            });
            assertThat(Fleets.commandLine(Fleets.mainProcess(browser).pid()))
                    .contains(ChromeFlags.DRAWING)
                    .contains(ChromeFlags.walls(browser.gate().port()))
                    .contains("RenderDocument")
                    .doesNotContain("--enable-automation", "--test-type", "--disable-popup-blocking");
        }
    }

    private static long ownPid() {
        return ProcessHandle.current().pid();
    }
}
