package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.installed.NotInstalledException;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import io.renderyard.worker.rendering.Rendering;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A fixed number of browsers, each drawing one picture at a time. A browser that dies, hangs or runs out of time is
 * killed and replaced in the background; the others notice nothing.
 */
public final class BrowserFleet implements Renderer, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserFleet.class);
    private static final Duration LETTING_GO = Duration.ofMillis(250);
    private static final Duration TAB_SWAP = Duration.ofSeconds(2);
    private static final long LONGEST_START_GAP_SECONDS = 10;

    private final BrowserLauncher launcher;
    private final Extras extras;
    private final Path runFolder;
    private final List<Slot> slots = new ArrayList<>();
    private final BlockingQueue<Slot> free = new LinkedBlockingQueue<>();
    private final AtomicInteger restarts = new AtomicInteger();
    private final AtomicBoolean closing = new AtomicBoolean();
    private final Object endOfWaiting = new Object();

    private static final class Slot {
        @Nullable
        volatile Browser browser;
    }

    /**
     * Starts the browsers in the background.
     *
     * @param gates makes the way out of one browser; asked once per browser that is started
     * @param extras for renders that ask for more than the browser has
     * @throws IllegalStateException when this machine cannot run them; the message says how to mend it
     */
    public BrowserFleet(BrowserSettings settings, Supplier<? extends EgressGate> gates, Extras extras) {
        this.extras = extras;
        this.launcher = new BrowserLauncher(settings, gates);
        this.runFolder = settings.runFolder();
        for (int i = 0; i < settings.slots(); i++) {
            Slot slot = new Slot();
            slots.add(slot);
            inBackground(() -> fill(slot));
        }
    }

    /**
     * Draws one picture; waits for a free browser first. An interrupt stops the render and costs the browser.
     *
     * @param atMost for everything, the wait included
     * @throws RenderException when there is no picture; says whether another attempt may help
     */
    @Override
    public Rendering draw(RenderSpec spec, Duration atMost) throws RenderException, InterruptedException {
        Deadline deadline = Deadline.in(atMost);
        Slot slot = free.poll(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
        Browser browser = slot == null ? null : slot.browser;
        if (slot == null || browser == null) {
            throw new RenderException(
                    FailureCode.BROWSER_CRASHED,
                    "No browser became free in time. The farm is busy or its browsers fail.");
        }
        return draw(spec, deadline, slot, browser);
    }

    private Rendering draw(RenderSpec spec, Deadline deadline, Slot slot, Browser browser)
            throws RenderException, InterruptedException {
        boolean usable = false;
        Notes notes = new Notes();
        try (Stage stage = Stage.set(browser, spec, deadline)) {
            Exposure exposure =
                    new Sitting(spec, stage.tab(), new Landing(browser.gate()), notes, extras, deadline).hold();
            usable = true;
            return new Rendering(exposure, notes.receipt(browser.version(), ""));
        } catch (RenderException e) {
            usable = leavesTheBrowserUsable(e.failure().code());
            throw e;
        } catch (NotInstalledException e) {
            usable = true;
            throw new RenderException(FailureCode.TOOL_MISSING, String.valueOf(e.getMessage()), e);
        } catch (DevToolsException e) {
            throw failure(e, deadline);
        } finally {
            if (usable) {
                release(slot, browser, Stage.isShared(spec));
            } else {
                replace(slot, browser);
            }
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
                    TOOL_MISSING -> true;
            case TIMEOUT, BROWSER_CRASHED, WORKER_LOST, STORAGE, INTERNAL -> false;
        };
    }

    private static RenderException failure(DevToolsException e, Deadline deadline) {
        return switch (e) {
            case DevToolsException.Late late ->
                new RenderException(
                        FailureCode.TIMEOUT,
                        "The page was not ready within " + deadline.granted().toMillis()
                                + " ms. A script that never ends or a resource that never arrives does that.",
                        late);
            case DevToolsException.Gone gone ->
                new RenderException(
                        FailureCode.BROWSER_CRASHED,
                        "The browser died while it drew the page. Very large pages can do that.",
                        gone);
            case DevToolsException.Refused refused ->
                new RenderException(FailureCode.INTERNAL, "The browser refused to draw the page.", refused);
        };
    }

    /** The empty page ends whatever the last one left running; not on the caller's time. */
    @SuppressWarnings("FutureReturnValueIgnored") // both ends are handled in the callback
    private void release(Slot slot, Browser browser, boolean shared) {
        if (!shared) {
            makeFree(slot, browser);
            return;
        }
        browser.tab()
                .clear()
                .orTimeout(LETTING_GO.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, late) -> {
                    if (late == null) {
                        makeFree(slot, browser);
                    } else {
                        inBackground(() -> swapTab(slot, browser));
                    }
                });
    }

    private void swapTab(Slot slot, Browser browser) {
        try {
            browser.swapTab(Deadline.in(TAB_SWAP));
            makeFree(slot, browser);
        } catch (DevToolsException e) {
            LOG.debug("The tab could not be swapped, so the browser is replaced", e);
            replace(slot, browser);
        } catch (InterruptedException e) {
            replace(slot, browser);
        }
    }

    private void makeFree(Slot slot, Browser browser) {
        free.add(slot);
        if (!browser.isAlive()) {
            lost(slot, browser);
        }
    }

    /** An idle browser died. One that is drawing is replaced by its render. */
    private void lost(Slot slot, Browser browser) {
        if (slot.browser == browser && free.remove(slot)) {
            replace(slot, browser);
        }
    }

    private void replace(Slot slot, Browser browser) {
        slot.browser = null;
        if (closing.get()) {
            inBackground(browser::kill);
            return;
        }
        restarts.incrementAndGet();
        inBackground(() -> {
            browser.kill();
            fill(slot);
        });
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the watch ends with the browser
    private void fill(Slot slot) {
        long gap = 1;
        while (!closing.get()) {
            try {
                Browser browser = launcher.launch();
                slot.browser = browser;
                if (closing.get()) {
                    browser.kill();
                    return;
                }
                browser.tools().closed().thenRun(() -> inBackground(() -> lost(slot, browser)));
                makeFree(slot, browser);
                return;
            } catch (BrowserStartException | RuntimeException e) {
                if (closing.get()) {
                    return;
                }
                LOG.error("A browser does not start; trying again in {} s. {}", gap, e.getMessage(), e);
                waitFor(gap);
                gap = Math.min(gap * 2, LONGEST_START_GAP_SECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private void waitFor(long seconds) {
        synchronized (endOfWaiting) {
            try {
                if (!closing.get()) {
                    endOfWaiting.wait(TimeUnit.SECONDS.toMillis(seconds));
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static void inBackground(Runnable work) {
        Thread.ofVirtual().name("browser-care").start(work);
    }

    /** Browsers that were replaced since the start. */
    public int restarts() {
        return restarts.get();
    }

    /** True when at least one browser is up, be it busy or free. Only looks, never starts one. */
    public boolean healthy() {
        return slots.stream().anyMatch(slot -> {
            Browser browser = slot.browser;
            return browser != null && browser.isAlive();
        });
    }

    /** For tests that hurt browsers. */
    List<Browser> browsers() {
        return slots.stream()
                .map(slot -> slot.browser)
                .filter(browser -> browser != null)
                .toList();
    }

    /** Ends every browser, those that are drawing too, and returns when they are gone. */
    @Override
    public void close() {
        if (!closing.compareAndSet(false, true)) {
            return;
        }
        synchronized (endOfWaiting) {
            endOfWaiting.notifyAll();
        }
        List<Thread> quitting = new ArrayList<>();
        for (Browser browser : browsers()) {
            quitting.add(Thread.ofVirtual().start(browser::quit));
        }
        try {
            for (Thread one : quitting) {
                one.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        launcher.close();
        deleteRunFolder();
    }

    private void deleteRunFolder() {
        try {
            FolderTree.delete(runFolder);
        } catch (IOException e) {
            LOG.debug("{} stays behind; the next start sweeps it", runFolder, e);
        }
    }
}
