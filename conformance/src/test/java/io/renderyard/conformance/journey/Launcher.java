package io.renderyard.conformance.journey;

import io.renderyard.conformance.walls.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Runs {@code ./yard}.
 *
 * @param environment beyond the tests' own
 */
record Launcher(Path data, List<String> topology, Map<String, String> environment) {
    private static final long LONGEST_MINUTES = 10;

    /** What it printed to its standard output. */
    String run(String... words) {
        List<String> command = new ArrayList<>();
        command.add(Checkout.root().resolve("yard").toString());
        command.addAll(topology);
        command.addAll(List.of(words));
        command.addAll(List.of("--data", data.toString()));
        return run(command);
    }

    private String run(List<String> command) {
        try {
            Path output = Files.createTempFile("yard", ".out");
            ProcessBuilder launcher = new ProcessBuilder(command);
            launcher.environment().putAll(environment);
            Process process = launcher.redirectInput(Path.of("/dev/null").toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                process.destroyForcibly();
                throw new AssertionError(command + " does not end:\n" + Files.readString(output));
            }
            String said = Files.readString(output);
            Files.delete(output);
            // "status" answers with 1 when something is down, which is what some tests look for.
            if (process.exitValue() != 0 && !command.contains("status")) {
                throw new AssertionError(command + " failed:\n" + said);
            }
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
