package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.PipeWire;
import io.renderyard.worker.devtools.Wire;
import java.io.Closeable;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.UserPrincipal;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Two named pipes to one browser, there while it starts. To open one end of a pipe waits for the other without a bound, so
 * we hold both of each until the browser has its own. After that nobody finds them by name any more.
 */
final class BrowserPipe implements AutoCloseable {
    private static final int MAKING_SECONDS = 10;

    private final Path commands;
    private final Path messages;
    private final List<Closeable> doorstops;
    private final FileOutputStream toBrowser;
    private final FileInputStream fromBrowser;
    private boolean connected;

    private BrowserPipe(Path commands, Path messages) throws IOException {
        this.commands = commands;
        this.messages = messages;
        this.doorstops =
                List.of(new RandomAccessFile(commands.toFile(), "rw"), new RandomAccessFile(messages.toFile(), "rw"));
        this.toBrowser = new FileOutputStream(commands.toFile());
        this.fromBrowser = new FileInputStream(messages.toFile());
    }

    /** @param owner who the browser runs as, when that is not us */
    static BrowserPipe make(Path folder, @Nullable UserPrincipal owner) throws IOException {
        Path commands = folder.resolve("commands");
        Path messages = folder.resolve("messages");
        mkfifo(commands, messages);
        BrowserPipe pipe = new BrowserPipe(commands, messages);
        if (owner != null) {
            Files.setOwner(commands, owner);
            Files.setOwner(messages, owner);
        }
        return pipe;
    }

    /**
     * The words that start the browser with its ends where it looks for them. That is done in a shell of its own, which
     * dies with its parent should it have to wait for ours.
     */
    String wrap(Path browser) {
        return "sh -c 'exec \"$0\" --remote-debugging-pipe=cbor \"$@\" 3<%s 4>%s' %s"
                .formatted(commands, messages, browser);
    }

    /** To be called when the browser runs, and so has its ends: ours alone are left, and the wire's end is felt. */
    Wire connect() throws IOException {
        connected = true;
        for (Closeable doorstop : doorstops) {
            doorstop.close();
        }
        Files.deleteIfExists(commands);
        Files.deleteIfExists(messages);
        return new PipeWire(fromBrowser, toBrowser);
    }

    /** Lets go of what was never connected; else the wire sees to it. */
    @Override
    public void close() throws IOException {
        if (!connected) {
            for (Closeable doorstop : doorstops) {
                doorstop.close();
            }
            toBrowser.close();
            fromBrowser.close();
        }
    }

    private static void mkfifo(Path... paths) throws IOException {
        List<String> command = new ArrayList<>(List.of("mkfifo", "-m", "600"));
        for (Path path : paths) {
            command.add(path.toString());
        }
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(MAKING_SECONDS, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException("mkfifo does not make " + List.of(paths));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while making pipes", e);
        }
    }
}
