package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.cell.Usage;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryUsage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What stays behind of many renders: in the browser's processes, in this one, on the disk. */
class ManyRendersIT {
    private static final int TRIALS = Integer.getInteger("renderyard.trials", 500);
    private static final int WARM_UP = 150;
    private static final int BETWEEN_SAMPLES = 50;

    private static final double MIB = 1024 * 1024;
    private static final double MEMORY_PER_100 = 1;
    private static final double FILES_PER_100 = 0.1;

    /** This one draws in a context of its own, the others in the tab that they share. */
    private static final int EVERY_TENTH = 10;

    private static final Environment DARK = new Environment(
            Environment.ColorScheme.DARK, false, Environment.MediaType.SCREEN, null, null, null, null, true);

    @TempDir
    Path runFolder;

    /** In bytes, by what was measured. */
    private final Map<String, List<Long>> samples = new TreeMap<>();

    @Test
    void manyRendersLeaveNothingBehind() throws Exception {
        BrowserFleet fleet = Fleets.of(1, runFolder, Map.of());
        try (fleet) {
            draw(fleet, 0, WARM_UP);
            sample(fleet);
            for (int drawn = WARM_UP; drawn < TRIALS; drawn += BETWEEN_SAMPLES) {
                draw(fleet, drawn, BETWEEN_SAMPLES);
                sample(fleet);
            }
            assertThat(fleet.restarts()).isZero();
            assertThat(fleet.started()).isEqualTo(1);
        }
        String told = told();
        System.out.printf("Row 49: %d renders, MiB per 100 of them: %s%n", TRIALS, told);
        assertThat(growth("browser")).as(told).isLessThan(MEMORY_PER_100);
        assertThat(growth("worker, live heap")).as(told).isLessThan(MEMORY_PER_100);
        assertThat(growth("worker, beside the heap")).as(told).isLessThan(MEMORY_PER_100);
        assertThat(growth("files")).as(told).isLessThan(FILES_PER_100);
        assertThat(fleet.reaped()).isEqualTo(1);
        assertThat(runFolder).doesNotExist();
    }

    private double growth(String what) {
        return Slope.of(samples.getOrDefault(what, List.of())) / MIB * 100 / BETWEEN_SAMPLES;
    }

    private String told() {
        // Processes that were there once only have no slope.
        return samples.keySet().stream()
                .filter(what -> samples.getOrDefault(what, List.of()).size() > 1)
                .map(what -> "%s %.2f".formatted(what, growth(what)))
                .collect(Collectors.joining("; "));
    }

    private static void draw(BrowserFleet fleet, int from, int count) throws Exception {
        for (int i = from; i < from + count; i++) {
            String page = "<style>p{color:#" + (100 + i % 800) + "}</style><p>Page " + i + "<canvas width=200></canvas>"
                    + "<script>const all = new Array(1e5).fill(" + i + ")</script>";
            RenderSpec spec = i % EVERY_TENTH == 0 ? html(page).with(DARK) : html(page);
            assertThat(Fleets.picture(fleet, spec).extent().width()).isEqualTo(200);
        }
    }

    /** After the garbage is taken away, since how much of it lies about is chance. */
    private void sample(BrowserFleet fleet) throws Exception {
        Browser browser = fleet.browsers().getFirst();
        browser.tab().call("HeapProfiler.collectGarbage", DevTools.params(), Deadline.in(ENOUGH));
        Map<String, Long> now = new TreeMap<>();
        browser.process().descendants().map(ProcessHandle::pid).forEach(pid -> {
            now.merge("browser", written(pid), Long::sum);
            now.merge("browser, " + kind(pid), written(pid), Long::sum);
        });
        System.gc();
        MemoryUsage heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage();
        long resident = Usage.resident(List.of(ProcessHandle.current().pid()));
        now.put("worker, live heap", heap.getUsed());
        now.put("worker, beside the heap", resident - heap.getCommitted());
        now.put("files", bytesBelow(runFolder));
        now.forEach((what, size) ->
                samples.computeIfAbsent(what, first -> new ArrayList<>()).add(size));
    }

    private static String kind(long pid) {
        String line = Fleets.commandLine(pid);
        return Stream.of("renderer", "gpu-process", "zygote", "utility", "chromedriver")
                .filter(line::contains)
                .findFirst()
                .orElse("main");
    }

    /** Bytes. Not those of files: of these a process has the less, the more others have them too. */
    private static long written(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss_Anon:") || line.startsWith("Pss_Shmem:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")) * 1024)
                    .sum();
        } catch (IOException | UncheckedIOException gone) {
            return 0;
        }
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
