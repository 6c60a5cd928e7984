package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NothingStaysIT {
    @TempDir
    Path runFolder;

    @TempDir
    Path pages;

    @Test
    void aKilledWorkerLeavesNothingOfChrome() throws Exception {
        Path page = Files.writeString(pages.resolve("page.html"), "<p>Hello");
        Process worker = new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        DrawMain.class.getName(),
                        runFolder.toString(),
                        pages.toString(),
                        page.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader said = worker.inputReader()) {
            assertThat(said.lines().anyMatch("DRAWN"::equals))
                    .as("the worker drew")
                    .isTrue();
            List<Long> chrome = Fleets.processesOf(runFolder).stream()
                    .filter(pid -> pid != worker.pid())
                    .toList();
            assertThat(chrome).hasSizeGreaterThan(5);

            worker.destroyForcibly();

            await().atMost(Duration.ofSeconds(5)).untilAsserted(() -> {
                assertThat(Fleets.processesOf(runFolder)).isEmpty();
                assertThat(chrome).noneMatch(pid -> Files.exists(Path.of("/proc/" + pid)));
            });
        }
    }
}
