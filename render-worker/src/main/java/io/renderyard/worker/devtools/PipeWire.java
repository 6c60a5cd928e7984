package io.renderyard.worker.devtools;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicLong;
import tools.jackson.databind.node.ObjectNode;

/**
 * CBOR over two pipes. One thread reads, one writes: a pipe that is full makes its writer wait for the browser, which a
 * render must not do without a bound, and what waits in a pipe cannot be interrupted. Each thread closes its own stream,
 * the reader when the browser ends, the writer when it is told to; either one's end is the other's.
 */
public final class PipeWire implements Wire {
    public static final String READER = "browser-pipe-reader";
    public static final String WRITER = "browser-pipe-writer";

    /** The browser itself has no bound here; this is what we are willing to hold. */
    public static final int LONGEST_COMMAND = 128 * 1024 * 1024;

    private static final int LONGEST_MESSAGE = 512 * 1024 * 1024;

    /** Up to this, what a message says of its length is believed before it is there. */
    private static final int BELIEVED = 16 * 1024 * 1024;

    /** What a pipe holds. Java copies through native memory of the size asked for, so more only costs. */
    private static final int BITE = 64 * 1024;

    private static final ByteBuffer END = ByteBuffer.allocate(0);

    private final InputStream messages;
    private final OutputStream commands;
    private final BlockingQueue<ByteBuffer> queue = new LinkedBlockingQueue<>();
    private final AtomicLong queued = new AtomicLong();
    private volatile boolean ended;

    public PipeWire(InputStream messages, OutputStream commands) {
        this.messages = messages;
        this.commands = commands;
    }

    @Override
    public void listen(Ear ear) {
        Thread.ofPlatform().daemon().name(READER).start(() -> read(ear));
        Thread.ofPlatform().daemon().name(WRITER).start(() -> write(ear));
    }

    @Override
    public void send(ObjectNode command) throws DevToolsException {
        ByteBuffer bytes;
        try {
            bytes = CborWriter.write(command, LONGEST_COMMAND);
        } catch (CborWriter.TooLong e) {
            throw new DevToolsException.Refused(command.path("method").asString(""), "the page is too long");
        }
        if (ended) {
            throw new DevToolsException.Gone("the browser is gone");
        }
        if (queued.addAndGet(bytes.limit()) > 2L * LONGEST_COMMAND) {
            queued.addAndGet(-bytes.limit());
            throw new DevToolsException.Gone("the browser takes no more commands");
        }
        queue.add(bytes);
    }

    @Override
    public void close() {
        ended = true;
        queue.add(END);
    }

    private void write(Ear ear) {
        try (commands) {
            for (ByteBuffer next = queue.take(); next != END; next = queue.take()) {
                commands.write(next.array(), 0, next.limit());
                queued.addAndGet(-next.limit());
            }
        } catch (IOException | InterruptedException e) {
            ear.end("the browser's pipe broke: " + e);
        } finally {
            ended = true;
            queue.clear();
        }
    }

    private void read(Ear ear) {
        String why = "the browser closed its pipe";
        try (InputStream buffered = new BufferedInputStream(messages, BITE)) {
            while (true) {
                ear.hear(CborMessage.of(next(buffered)));
            }
        } catch (EOFException e) {
            // That is how browsers end.
        } catch (IOException e) {
            why = "the browser's pipe broke: " + e;
        } catch (RuntimeException e) {
            why = "the browser says what cannot be understood: " + e;
        } finally {
            close();
            ear.end(why);
        }
    }

    /** The next message without its envelope. */
    private static byte[] next(InputStream in) throws IOException {
        ByteBuffer head = ByteBuffer.wrap(exactly(in, Cbor.ENVELOPE_HEAD));
        if (head.getShort() != Cbor.ENVELOPE_TAG || head.get() != Cbor.ENVELOPE_LENGTH) {
            throw new CborReader.Malformed("not an envelope");
        }
        int length = head.getInt();
        if (length < 0 || length > LONGEST_MESSAGE) {
            throw new CborReader.Malformed("a message of " + Integer.toUnsignedString(length) + " bytes");
        }
        if (length <= BELIEVED) {
            return exactly(in, length);
        }
        byte[] bytes = in.readNBytes(length);
        if (bytes.length < length) {
            throw new EOFException();
        }
        return bytes;
    }

    private static byte[] exactly(InputStream in, int length) throws IOException {
        byte[] bytes = new byte[length];
        for (int at = 0; at < length; ) {
            int read = in.read(bytes, at, Math.min(length - at, BITE));
            if (read < 0) {
                throw new EOFException();
            }
            at += read;
        }
        return bytes;
    }
}
