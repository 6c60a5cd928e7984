package io.renderyard.db.embedded;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Runs short programs to their end. If we die meanwhile they finish or fail alone; each caller says who repairs that. */
final class Command {
    private Command() {}

    /** What a finished program left: its exit code and both its outputs as one text. */
    record Outcome(int code, String output) {
        boolean succeeded() {
            return code == 0;
        }
    }

    static Outcome run(List<String> command) {
        return run(command, "");
    }

    /** Feeds {@code input} to the program and waits for it; the input must be small. */
    static Outcome run(List<String> command, String input) {
        try {
            ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
            builder.environment().put("LC_ALL", "C");
            Process process = builder.start();
            try (var stdin = process.getOutputStream()) {
                stdin.write(input.getBytes(StandardCharsets.UTF_8));
            } catch (IOException ignored) {
                // A program that ended without reading tells why by its code and output.
            }
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Outcome(process.waitFor(), output.strip());
        } catch (IOException e) {
            throw new EmbeddedPostgresException(
                    "Cannot run " + command.getFirst() + ": " + e.getMessage()
                            + ". On Debian and Ubuntu it comes with the package util-linux.",
                    e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EmbeddedPostgresException("Interrupted while running " + command.getFirst(), e);
        }
    }

    /** Sends a signal; a process that is gone already is what the caller wanted. */
    static void signal(long pid, String signal) {
        var _ = run(List.of("sh", "-c", "kill -s \"$0\" \"$1\" 2>/dev/null || true", signal, Long.toString(pid)));
    }
}
