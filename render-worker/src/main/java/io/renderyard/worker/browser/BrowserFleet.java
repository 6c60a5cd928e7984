package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.installed.NotInstalledException;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.ProgressListener;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import io.renderyard.worker.rendering.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of browsers, each drawing one picture at a time. A browser that dies, hangs or runs out of time is
 * killed and replaced in the background; the others notice nothing.
 */
public final class BrowserFleet implements Renderer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserFleet.class);

    private final BrowserPool pool;
    private final Extras extras;
    private final Path runFolder;
    private final AtomicBoolean closed = new AtomicBoolean();

    /**
     * Starts the browsers in the background.
     *
     * @param gates makes the way out of one browser; asked once per browser that is started
     * @param extras for renders that ask for more than the browser has
     * @throws IllegalStateException when this machine cannot run them; the message says how to mend it
     */
    public BrowserFleet(BrowserSettings settings, EgressGate.Opener gates, Extras extras) {
        this.extras = extras;
        this.runFolder = settings.runFolder();
        this.pool = new BrowserPool(settings, gates);
        Thread.ofVirtual().name("font-digest").start(extras::fontDigest);
    }

    /**
     * Draws one picture; waits for a free browser first. An interrupt stops the render and costs the browser.
     *
     * @param atMost for everything, the wait included
     * @throws RenderException when there is no picture; says whether another attempt may help
     */
    @Override
    public Rendering draw(RenderSpec spec, Duration atMost, ProgressListener progress)
            throws RenderException, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        Slot slot = pool.take(deadline);
        Browser browser = slot == null ? null : slot.browser;
        if (slot == null || browser == null) {
            throw new RenderException(
                    FailureCode.BROWSER_CRASHED,
                    "No browser became free in time. The farm is busy or its browsers fail.");
        }
        return draw(spec, deadline, progress, slot, browser);
    }

    private Rendering draw(RenderSpec spec, Deadline deadline, ProgressListener progress, Slot slot, Browser browser)
            throws RenderException, InterruptedException {
        boolean usable = false;
        browser.countRender();
        Notes notes = new Notes();
        try {
            Studio studio = new Studio(new Landing(browser.gate()), notes, extras, progress, runFolder, deadline);
            Exposure exposure = new Shoot(spec, browser, studio).hold();
            checkNotCutOff(browser, exposure);
            usable = true;
            Cuts.report(browser.gate(), notes);
            return new Rendering(exposure, notes.receipt(browser.version(), extras.fontDigest()));
        } catch (RenderException e) {
            checkNotCutOff(browser);
            usable = leavesTheBrowserUsable(e.failure().code());
            throw e;
        } catch (NotInstalledException e) {
            usable = true;
            throw new RenderException(FailureCode.TOOL_MISSING, String.valueOf(e.getMessage()), e);
        } catch (DevToolsException e) {
            throw failure(e, deadline, browser);
        } finally {
            if (usable) {
                pool.release(slot, browser, Stage.usesSharedTab(spec));
            } else {
                pool.replace(slot, browser);
            }
        }
    }

    private static void checkNotCutOff(Browser browser, Exposure exposure) throws RenderException {
        try {
            checkNotCutOff(browser);
        } catch (RenderException e) {
            exposure.close();
            throw e;
        }
    }

    /** What a page without a way out shows, or what it fails with, says nothing about the page. */
    private static void checkNotCutOff(Browser browser) throws RenderException {
        if (!browser.gate().isOpen()) {
            throw new RenderException(
                    FailureCode.BROWSER_CRASHED,
                    "The browser lost its way to the network while it drew the page. Another attempt gets another"
                            + " browser.");
        }
    }

    private static boolean leavesTheBrowserUsable(FailureCode code) {
        return switch (code) {
            case SELECTOR_NOT_FOUND,
                    EGRESS_REFUSED,
                    NAVIGATION_FAILED,
                    HTTP_ERROR,
                    CONSOLE_ERROR,
                    RESOURCE_FAILED,
                    OPTION_REFUSED,
                    SCRIPT_FAILED,
                    NOTHING_MOVES,
                    PICTURE_TOO_LARGE,
                    // Of traffic: a browser that took too much itself is gone, and does not say so this way.
                    RESOURCE_LIMIT,
                    TOOL_MISSING -> true;
            // Said of a page that still answers; one that does not is Late.
            case TIMEOUT -> true;
            case BROWSER_CRASHED,
                    WORKER_LOST,
                    STORAGE,
                    VARIABLES_REFUSED,
                    PROMPT_REFUSED,
                    REFERENCE_UNAVAILABLE,
                    CREDITS_EXHAUSTED,
                    MODEL_UNAVAILABLE,
                    MODEL_FAILED,
                    MODEL_TIMEOUT,
                    INVALID_ITEM,
                    INTERNAL -> false;
        };
    }

    private static RenderException failure(DevToolsException e, Deadline deadline, Browser browser) {
        return switch (e) {
            case DevToolsException.Late late ->
                new RenderException(
                        FailureCode.TIMEOUT,
                        "The page was not ready within " + deadline.granted().toMillis()
                                + " ms. A script that never ends or a resource that never arrives does that.",
                        late);
            case DevToolsException.Gone gone
            when browser.wentBeyondItsLimits() ->
                new RenderException(
                        FailureCode.RESOURCE_LIMIT,
                        "The page needs more memory, processes or processor time than a browser may take, and was ended. Draw it in"
                                + " parts, or have the farm's operator raise the limits.",
                        gone);
            case DevToolsException.Gone gone ->
                new RenderException(
                        FailureCode.BROWSER_CRASHED,
                        "The browser died while it drew the page. Very large pages can do that.",
                        gone);
            case DevToolsException.Refused refused ->
                new RenderException(FailureCode.INTERNAL, "The browser refused to draw the page.", refused);
        };
    }

    /** Browsers that were replaced since the start because they died, hung or took too much. */
    public int restarts() {
        return Math.toIntExact(pool.ledger().failed());
    }

    /** Browsers whose first process was started. */
    public long started() {
        return pool.ledger().started();
    }

    /** Browsers of which no process, file or control group is left; all that were started, once this is closed. */
    public long reaped() {
        return pool.ledger().reaped();
    }

    /** Browsers that worked and were replaced, since the start. */
    public long recycled(Recycling.Reason reason) {
        return pool.ledger().recycled(reason);
    }

    /** True when at least one browser is up, be it busy or free. Only looks, never starts one. */
    public boolean healthy() {
        return pool.browsers().stream().anyMatch(Browser::isAlive);
    }

    /** For tests that hurt browsers. */
    List<Browser> browsers() {
        return pool.browsers();
    }

    /** Ends every browser, those that are drawing too, and returns when they are gone. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            pool.close();
            deleteRunFolder();
        }
    }

    private void deleteRunFolder() {
        try {
            FolderTree.delete(runFolder);
        } catch (IOException e) {
            LOG.debug("{} stays behind; the next start sweeps it", runFolder, e);
        }
    }
}
