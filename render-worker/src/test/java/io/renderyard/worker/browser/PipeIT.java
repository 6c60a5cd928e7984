package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Fleets.ENOUGH;
import static io.renderyard.worker.browser.Fleets.pixels;
import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.worker.devtools.PipeWire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Speaking with browsers over pipes. When the first of these fails after an update of Chrome, that mode is gone. */
class PipeIT {
    private static final String GREEN = "<body style='background:#0f0'>";

    @TempDir
    Path runFolder;

    @Test
    void browsersAreSpokenToOverAPipe() throws Exception {
        try (BrowserFleet fleet = Fleets.of(2, runFolder, Map.of())) {
            assertThat(readers()).isEqualTo(2);
            assertThat(pixels(fleet, html(GREEN)).at(9, 9)).isEqualTo(Pixels.GREEN);
        }
        await("their threads to end").atMost(ENOUGH).until(() -> readers() == 0 && writers() == 0);
    }

    @Test
    void aBrowserThatSpeaksOverNoPipeIsSpokenToOverItsSocket() throws Exception {
        BrowserSettings deaf = UsualBrowsers.settings(2, without("--remote-debugging-pipe"), runFolder.resolve("run"));
        try (BrowserFleet fleet = new BrowserFleet(deaf, port -> new FakeGate(Map.of(), port), Fleets.bare())) {
            Fleets.awaitReady(fleet, 2, ENOUGH.multipliedBy(2));

            assertThat(readers()).isZero();
            assertThat(pixels(fleet, html(GREEN)).at(9, 9)).isEqualTo(Pixels.GREEN);
        }
    }

    /** A browser as it may be after an update: it does not know the option any more. */
    private Path without(String option) throws IOException {
        Path script = runFolder.resolve("deaf.sh");
        Files.writeString(script, """
                #!/bin/sh
                for one; do
                  shift
                  case "$one" in %s*) ;; *) set -- "$@" "$one" ;; esac
                done
                exec %s "$@"
                """.formatted(option, Chrome.find().browser()));
        Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(runFolder, PosixFilePermissions.fromString("rwx--x--x"));
        return script;
    }

    /** The processes that run pages do not get them, and by name nobody finds them. */
    @Test
    void onlyTheBrowserItselfHoldsThePipe() throws Exception {
        try (BrowserFleet fleet = Fleets.of(2, runFolder, Map.of())) {
            for (Browser browser : fleet.browsers()) {
                long main = Fleets.mainProcess(browser).pid();

                assertThat(pipes(main)).hasSize(2).allMatch(path -> path.endsWith(" (deleted)"));
                assertThat(Stream.concat(
                                        Stream.of(browser.process()),
                                        browser.process().descendants())
                                .map(ProcessHandle::pid)
                                .filter(pid -> pid != main))
                        .hasSizeGreaterThan(2)
                        .allSatisfy(pid -> assertThat(pipes(pid)).isEmpty());
            }
            try (Stream<Path> cells = Files.list(runFolder)) {
                assertThat(cells).hasSizeGreaterThan(2).allSatisfy(cell -> {
                    assertThat(cell.resolve("commands")).doesNotExist();
                    assertThat(cell.resolve("messages")).doesNotExist();
                });
            }
        }
    }

    @Test
    void theEndOfOurEndIsTheEndOfTheBrowser() throws Exception {
        try (BrowserFleet fleet = Fleets.of(1, runFolder, Map.of())) {
            ProcessHandle main = Fleets.mainProcess(fleet.browsers().getFirst());

            fleet.browsers().getFirst().tools().close();

            await().atMost(ENOUGH).until(() -> !main.isAlive());
            Fleets.awaitReady(fleet, 1, ENOUGH);
        }
    }

    @Test
    void aPageOfFortyMegabytesIsDrawn() throws Exception {
        String comment = "<!--" + "x".repeat(1_000_000) + "-->";
        try (BrowserFleet fleet = Fleets.of(1, runFolder, Map.of())) {
            assertThat(pixels(fleet, html(comment.repeat(40) + GREEN)).at(9, 9)).isEqualTo(Pixels.GREEN);
        }
    }

    /** Its pipe fills up; the render still ends in time, and another browser takes over. */
    @Test
    void aStoppedBrowserHoldsNobodyUp() throws Exception {
        try (BrowserFleet fleet = Fleets.of(1, runFolder, Map.of())) {
            signal("STOP", Fleets.mainProcess(fleet.browsers().getFirst()).pid());
            long start = System.nanoTime();

            assertThat(Fleets.failure(fleet, html("x".repeat(1_000_000)), Duration.ofSeconds(1))
                            .code())
                    .isIn(FailureCode.TIMEOUT, FailureCode.BROWSER_CRASHED);

            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(ENOUGH);
            Fleets.awaitReady(fleet, 1, ENOUGH);
            assertThat(pixels(fleet, html(GREEN)).at(9, 9)).isEqualTo(Pixels.GREEN);
        }
    }

    private static void signal(String name, long pid) throws Exception {
        assertThat(new ProcessBuilder("kill", "-" + name, Long.toString(pid))
                        .start()
                        .waitFor())
                .isZero();
    }

    private static long readers() {
        return threads(PipeWire.READER);
    }

    private static long writers() {
        return threads(PipeWire.WRITER);
    }

    private static long threads(String name) {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(one -> one.getName().equals(name))
                .count();
    }

    /** Named pipes among the files that a process holds open. */
    private List<String> pipes(long pid) throws IOException {
        try (Stream<Path> open = Files.list(Path.of("/proc/" + pid + "/fd"))) {
            return open.map(Fleets::link)
                    .filter(path -> path.startsWith(runFolder.toString()))
                    .filter(path -> path.contains("/commands") || path.contains("/messages"))
                    .toList();
        }
    }
}
