package io.renderyard.bench.prompt;

import io.renderyard.bench.BenchException;
import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** The played provider in a process of its own, of low priority: providers do their work on machines of their own. */
final class Provider implements AutoCloseable {
    private static final long LONGEST_STOP_SECONDS = 10;

    private final Process process;
    private final BufferedReader said;
    private final BufferedWriter asked;
    private final URI address;

    private Provider(Process process) throws BenchException {
        this.process = process;
        said = process.inputReader();
        asked = process.outputWriter();
        address = URI.create("http://127.0.0.1:" + number());
    }

    /** It answers at once until it is told to take longer. */
    static Provider start() throws BenchException {
        try {
            Process process = new ProcessBuilder(
                            "nice",
                            "-n",
                            "19",
                            Path.of(System.getProperty("java.home"), "bin", "java")
                                    .toString(),
                            "-XX:+UseSerialGC",
                            "-cp",
                            System.getProperty("java.class.path"),
                            PlayedProvider.class.getName())
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            return new Provider(process);
        } catch (IOException e) {
            throw new BenchException("The played provider cannot be started: " + e.getMessage(), e);
        }
    }

    URI address() {
        return address;
    }

    /**
     * Makes it take so long from each request to its answer.
     *
     * @return requests that it had in hand at once, at most, since it was last told this
     */
    int take(Duration each) throws BenchException {
        try {
            asked.write(String.valueOf(each.toMillis()));
            asked.newLine();
            asked.flush();
        } catch (IOException e) {
            throw new BenchException("The played provider is gone: " + e.getMessage(), e);
        }
        return number();
    }

    private int number() throws BenchException {
        try {
            String line = said.readLine();
            if (line != null) {
                return Integer.parseInt(line);
            }
            throw new BenchException("The played provider is gone.");
        } catch (IOException e) {
            throw new BenchException("The played provider is gone: " + e.getMessage(), e);
        }
    }

    /** It ends with what it reads, also when we die. */
    @Override
    public void close() throws IOException, InterruptedException {
        asked.close();
        if (!process.waitFor(LONGEST_STOP_SECONDS, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
        said.close();
    }
}
