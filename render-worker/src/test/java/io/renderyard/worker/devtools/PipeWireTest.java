package io.renderyard.worker.devtools;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.node.ObjectNode;

class PipeWireTest {
    private static final Duration ENOUGH = Duration.ofSeconds(20);
    private static final ObjectNode NONE = DevTools.params();

    private static byte[] enveloped(byte[] message) {
        return ByteBuffer.allocate(Cbor.ENVELOPE_HEAD + message.length)
                .putShort(Cbor.ENVELOPE_TAG)
                .put(Cbor.ENVELOPE_LENGTH)
                .putInt(message.length)
                .put(message)
                .array();
    }

    private static byte[] announcing(int length) {
        return ByteBuffer.allocate(Cbor.ENVELOPE_HEAD + 1)
                .putShort(Cbor.ENVELOPE_TAG)
                .put(Cbor.ENVELOPE_LENGTH)
                .putInt(length)
                .array();
    }

    private static DevToolsException.Gone gone(InputStream browser) {
        DevTools tools = DevTools.over(new PipeWire(browser, OutputStream.nullOutputStream()));
        return catchThrowableOfType(
                DevToolsException.Gone.class, () -> tools.call("Browser.getVersion", NONE, Deadline.in(ENOUGH)));
    }

    @Test
    void anAnswerReachesItsCommand() throws Exception {
        PipedOutputStream browser = new PipedOutputStream();
        CountDownLatch asked = new CountDownLatch(4);
        OutputStream commands = new OutputStream() {
            @Override
            public void write(int one) {
                throw new AssertionError("byte by byte");
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                asked.countDown();
            }
        };
        DevTools tools = DevTools.over(new PipeWire(new PipedInputStream(browser), commands));
        for (int id = 1; id < 4; id++) {
            assertThat(tools.send("S", "Page.enable", NONE)).isNotDone();
        }
        CompletableFuture<Answer> picture = tools.send("S", "Page.captureScreenshot", NONE);
        assertThat(asked.await(ENOUGH.toSeconds(), TimeUnit.SECONDS)).isTrue();

        browser.write(enveloped(Recorded.EVENT));
        browser.write(enveloped(Recorded.ERROR));
        browser.write(enveloped(Recorded.PICTURE));

        assertThat(DevTools.await(picture, "capture", Deadline.in(ENOUGH)).data())
                .hasSize(92);
        assertThat(tools.isOpen()).isTrue();
        browser.close();
        tools.closed().get(ENOUGH.toSeconds(), TimeUnit.SECONDS);
    }

    @Test
    void theEndOfTheBrowserEndsEveryCommand() throws Exception {
        PipedOutputStream browser = new PipedOutputStream();
        DevTools tools = DevTools.over(new PipeWire(new PipedInputStream(browser), OutputStream.nullOutputStream()));
        CompletableFuture<Answer> waiting = tools.send("", "Browser.getVersion", NONE);

        browser.close();

        tools.closed().get(ENOUGH.toSeconds(), TimeUnit.SECONDS);
        assertThatThrownBy(() -> DevTools.await(waiting, "version", Deadline.in(ENOUGH)))
                .isInstanceOf(DevToolsException.Gone.class);
        assertThatThrownBy(() -> tools.call("Browser.getVersion", NONE, Deadline.in(ENOUGH)))
                .isInstanceOf(DevToolsException.Gone.class);
    }

    @Test
    void closingClosesWhatTheBrowserReadsFrom() throws Exception {
        CompletableFuture<String> closed = new CompletableFuture<>();
        OutputStream commands = new ByteArrayOutputStream() {
            @Override
            public void close() {
                closed.complete("closed");
            }
        };
        DevTools tools = DevTools.over(new PipeWire(new PipedInputStream(new PipedOutputStream()), commands));

        tools.close();

        assertThat(closed.get(ENOUGH.toSeconds(), TimeUnit.SECONDS)).isEqualTo("closed");
        assertThat(tools.isOpen()).isFalse();
    }

    /** As one that was stopped: its pipe fills up. */
    @Test
    void aBrowserThatReadsNothingHoldsNobodyUp() throws Exception {
        CountDownLatch full = new CountDownLatch(1);
        OutputStream commands = new OutputStream() {
            @Override
            public void write(int one) throws IOException {
                try {
                    full.await();
                } catch (InterruptedException e) {
                    throw new IOException(e);
                }
            }
        };
        DevTools tools = DevTools.over(new PipeWire(new PipedInputStream(new PipedOutputStream()), commands));
        ObjectNode page = DevTools.params().put("html", "x".repeat(1_000_000));

        for (int i = 0; i < 3; i++) {
            assertThatThrownBy(() -> tools.call("Page.setDocumentContent", page, Deadline.in(Duration.ZERO)))
                    .isInstanceOf(DevToolsException.Late.class);
        }
        tools.close();
        assertThat(tools.isOpen()).isFalse();
        full.countDown();
    }

    @Test
    void aPageThatIsTooLongIsRefusedAndTheRestGoesOn() {
        DevTools tools = DevTools.over(new PipeWire(new PipedInputStream(), OutputStream.nullOutputStream()));
        ObjectNode page = DevTools.params().put("html", "x".repeat(PipeWire.LONGEST_COMMAND));

        assertThatThrownBy(() -> tools.call("Page.setDocumentContent", page, Deadline.in(ENOUGH)))
                .isInstanceOf(DevToolsException.Refused.class)
                .hasMessageContaining("too long");
    }

    @Test
    void absurdLengthsEndTheBrowser() {
        assertThat(gone(new ByteArrayInputStream(announcing(-1)))).isNotNull();
        assertThat(gone(new ByteArrayInputStream(announcing(Integer.MAX_VALUE))))
                .isNotNull();
        assertThat(gone(new ByteArrayInputStream(announcing(500_000_000)))).isNotNull();
        assertThat(gone(new ByteArrayInputStream(announcing(0)))).isNotNull();
    }

    @Test
    void anyBytesEndTheBrowser() {
        Random random = new Random(156);
        for (int i = 0; i < 2_000; i++) {
            byte[] noise = new byte[random.nextInt(100)];
            random.nextBytes(noise);
            byte[] event = enveloped(Recorded.EVENT);
            byte[] all = ByteBuffer.allocate(event.length + noise.length)
                    .put(event)
                    .put(i % 2 == 0 ? noise : enveloped(noise), 0, noise.length)
                    .array();
            assertThat(gone(new ByteArrayInputStream(all))).isNotNull();
        }
    }
}
