package io.renderyard.bench;

import io.renderyard.worker.browser.BrowserSettings;
import io.renderyard.worker.browser.Chrome;
import io.renderyard.worker.browser.ChromeFlags;
import java.io.IOException;

/** A headless shell commanded directly, with the worker's own drawing flags: what the farm's pictures must equal. */
public final class DirectCapture implements AutoCloseable {
    private final Scratch scratch;
    private final Shell shell;

    private DirectCapture(Scratch scratch, Shell shell) {
        this.scratch = scratch;
        this.shell = shell;
    }

    /** Call it from a thread that lives as long as the capture does. */
    public static DirectCapture open() throws IOException, InterruptedException {
        try {
            Scratch scratch = Scratch.make();
            return new DirectCapture(
                    scratch,
                    Shell.start(
                            Chrome.find().browser(),
                            ChromeFlags.freeRunning(),
                            BrowserSettings.DEFAULT_USER,
                            scratch.folder("direct"),
                            Tab.Shutter.FREE));
        } catch (BenchException e) {
            throw new IOException(e);
        }
    }

    /**
     * Draws markup at 1200x630.
     *
     * @param parameters of {@code Page.captureScreenshot}, as JSON
     */
    public byte[] capture(String markup, String parameters) throws IOException, InterruptedException {
        try {
            return shell.tab().draw(Page.of("direct", markup), "direct", parameters);
        } catch (BenchException e) {
            throw new IOException(e);
        }
    }

    @Override
    public void close() throws IOException {
        shell.close();
        scratch.close();
    }
}
