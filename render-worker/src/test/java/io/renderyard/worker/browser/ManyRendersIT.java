package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManyRendersIT {
    private static final int WARM_UP = 100;
    private static final int RENDERS = 400;

    /** Growth per 100 renders that is a leak; what garbage collectors leave lying about is less. */
    private static final long LEAK = 10L * 1024 * 1024;

    private static final long FEW_FILES = 2L * 1024 * 1024;

    @TempDir
    Path runFolder;

    @Test
    void fiveHundredRendersLeaveNothingBehind() throws Exception {
        BrowserFleet fleet = Fleets.of(1, runFolder, Map.of());
        try (fleet) {
            draw(fleet, 0, WARM_UP);
            long memory = memory(fleet);
            long files = bytesBelow(runFolder);

            draw(fleet, WARM_UP, RENDERS);

            assertThat((memory(fleet) - memory) / (RENDERS / 100))
                    .as("bytes of memory per 100 renders")
                    .isLessThan(LEAK);
            assertThat(bytesBelow(runFolder) - files).as("bytes on disk").isLessThan(FEW_FILES);
            assertThat(fleet.restarts()).isZero();
            assertThat(fleet.started()).isEqualTo(1);
        }
        assertThat(fleet.reaped()).isEqualTo(1);
        assertThat(runFolder).doesNotExist();
    }

    private static void draw(BrowserFleet fleet, int from, int count) throws Exception {
        for (int i = from; i < from + count; i++) {
            String page = "<style>p{color:#" + (100 + i % 800) + "}</style><p>Page " + i + "<canvas width=200></canvas>"
                    + "<script>const all = new Array(1e5).fill(" + i + ")</script>";
            assertThat(Fleets.picture(fleet, html(page)).extent().width()).isEqualTo(200);
        }
    }

    private static long memory(BrowserFleet fleet) {
        Browser browser = fleet.browsers().getFirst();
        browser.measure();
        return browser.memory();
    }

    private static long bytesBelow(Path folder) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.mapToLong(ManyRendersIT::size).sum();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A browser's files come and go. */
    private static long size(Path file) {
        try {
            return Files.isRegularFile(file) ? Files.size(file) : 0;
        } catch (IOException gone) {
            return 0;
        }
    }
}
