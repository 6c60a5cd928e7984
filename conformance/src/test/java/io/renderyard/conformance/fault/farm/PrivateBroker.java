package io.renderyard.conformance.fault.farm;

import io.renderyard.conformance.walls.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.springframework.util.FileSystemUtils;

/** A RabbitMQ node of the test's own. */
final class PrivateBroker implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 150;

    private final Path folder;
    private final URI address;
    private final Thread atExit;

    private PrivateBroker(Path folder, URI address) {
        this.folder = folder;
        this.address = address;
        this.atExit = new Thread(() -> yard("down", folder), "fault-broker-down");
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /** @param settings in RabbitMQ's advanced format; {@code [].} for none */
    static PrivateBroker start(Path folder, String settings) {
        try {
            Path config = Files.createDirectories(folder.resolve("rabbitmq/config"));
            Files.writeString(config.resolve("advanced.config"), settings);
            String said = yard("up", folder).strip();
            return new PrivateBroker(folder, URI.create(said.substring(said.lastIndexOf('\n') + 1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With user and password. */
    URI address() {
        return address;
    }

    BrokerHands hands() {
        return new BrokerHands(address);
    }

    /** {@code kill -9}. */
    void kill() {
        try {
            String pid = Files.readString(folder.resolve("run/rabbitmq.pid")).split(" ")[0];
            ProcessHandle node = ProcessHandle.of(Long.parseLong(pid)).orElseThrow();
            var _ = node.destroyForcibly();
            var _ = node.onExit().orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes all its data: queues, exchanges, bindings, messages. */
    void wipe() {
        try {
            FileSystemUtils.deleteRecursively(folder.resolve("rabbitmq/data"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes connections when this returns, where it did before. */
    void restart() {
        String _ = yard("up", folder);
    }

    private static String yard(String action, Path folder) {
        try {
            Path said = Files.createTempFile("yard-rabbit", ".out");
            Process process = new ProcessBuilder(
                            Checkout.root().resolve("yard").toString(), "rabbit", action, folder.toString())
                    .redirectInput(Path.of("/dev/null").toFile())
                    .redirectOutput(said.toFile())
                    .redirectError(folder.resolve("yard.log").toFile())
                    .start();
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IllegalStateException(
                        "rabbit " + action + " failed:\n" + Files.readString(folder.resolve("yard.log")));
            }
            String text = Files.readString(said);
            Files.delete(said);
            return text;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        String _ = yard("down", folder);
        Runtime.getRuntime().removeShutdownHook(atExit);
    }
}
