package io.renderyard.imaging;

import io.renderyard.imaging.PictureException.Reason;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A program of the system, run as a child that never outlives the call. */
final class Tool {
    private static final int SAID = 500;

    private final String command;
    private final String packages;
    private final Duration timeout;

    /** @param packages what to install when it is missing */
    Tool(String command, String packages, Duration timeout) {
        this.command = command;
        this.packages = packages;
        this.timeout = timeout;
    }

    /**
     * Dying half-way leaves the folder, which belongs to the caller.
     *
     * @return what it said when it ended with an error; null when it did not
     */
    @Nullable
    String run(Path folder, List<String> arguments) throws IOException, PictureException {
        Path said = folder.resolve("said.txt");
        Process process = start(folder, arguments, said);
        try {
            if (!process.waitFor(timeout.toMillis(), TimeUnit.MILLISECONDS)) {
                throw failed("took longer than " + timeout.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw failed("was interrupted");
        } finally {
            process.destroyForcibly();
        }
        return process.exitValue() == 0 ? null : beginning(said);
    }

    private Process start(Path folder, List<String> arguments, Path said) throws MissingToolException {
        List<String> line = new ArrayList<>();
        line.add(command);
        line.addAll(arguments);
        try {
            return new ProcessBuilder(line)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(said.toFile())
                    .start();
        } catch (IOException e) {
            throw new MissingToolException(command, packages, e);
        }
    }

    private PictureException failed(String how) {
        return new PictureException(Reason.TOOL, "%s %s.".formatted(command, how));
    }

    private static String beginning(Path said) throws IOException {
        try (InputStream in = Files.newInputStream(said)) {
            return new String(in.readNBytes(SAID), StandardCharsets.UTF_8).strip();
        }
    }
}
