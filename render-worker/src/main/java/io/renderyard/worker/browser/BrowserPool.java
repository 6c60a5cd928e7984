package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevToolsException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The browsers, and everything that becomes of them between two renders. */
final class BrowserPool implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(BrowserPool.class);
    private static final Duration LETTING_GO = Duration.ofMillis(250);
    private static final Duration TAB_SWAP = Duration.ofSeconds(2);
    private static final long LONGEST_START_GAP_SECONDS = 10;
    private static final long FAREWELL_SECONDS = 10;

    private final BrowserLauncher launcher;
    private final ProcessLedger ledger = new ProcessLedger();
    private final List<Slot> slots;
    private final BlockingQueue<Slot> free = new LinkedBlockingQueue<>();
    private final CountDownLatch closing = new CountDownLatch(1);
    private final ExecutorService care = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("browser-care-", 0).factory());

    /** One successor at a time, or the machine's memory would have to hold every browser twice. */
    private final Semaphore succession = new Semaphore(1);

    BrowserPool(BrowserSettings settings, EgressGate.Opener gates) {
        this.launcher = new BrowserLauncher(settings, gates, ledger);
        this.slots = Stream.generate(Slot::new).limit(settings.slots()).toList();
        slots.forEach(slot -> inBackground(() -> fill(slot)));
        inBackground(new BrowserWatch(settings, this, launcher.needsWatching(), closing));
    }

    ProcessLedger ledger() {
        return ledger;
    }

    List<Slot> slots() {
        return slots;
    }

    /** Null when none became free in time. */
    @Nullable
    Slot take(Deadline deadline) throws InterruptedException {
        return free.poll(deadline.nanosLeft(), TimeUnit.NANOSECONDS);
    }

    /**
     * The empty page ends whatever the last one left running; not on the caller's time. What a site could store in the
     * tab's context, because markup led the tab there, stays behind with the tab; what any answer can have stored is
     * forgotten.
     */
    @SuppressWarnings("FutureReturnValueIgnored") // both ends are handled in the callback
    void release(Slot slot, Browser browser, boolean sharedTab) {
        if (!sharedTab) {
            makeFree(slot, browser);
            return;
        }
        browser.tab()
                .clear()
                .thenCompose(cleared -> browser.forgetSites())
                .orTimeout(LETTING_GO.toMillis(), TimeUnit.MILLISECONDS)
                .whenComplete((answer, late) -> {
                    if (late == null && !browser.tab().hasStrayed()) {
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
        } else {
            succeed(slot);
        }
    }

    /** An idle browser died. One that is drawing is replaced by its render. */
    void lost(Slot slot, Browser browser) {
        if (slot.browser == browser && free.remove(slot)) {
            replace(slot, browser);
        }
    }

    /**
     * For a slot that was taken, with a browser that is of no more use. The next one does not wait until the kernel has
     * taken the last one's namespaces down, which can be more than a second after the end of its processes was called for.
     */
    void replace(Slot slot, Browser browser) {
        slot.browser = null;
        if (isClosing()) {
            inBackground(browser::kill);
            return;
        }
        ledger.fail();
        inBackground(browser::kill);
        inBackground(() -> fill(slot));
    }

    private void fill(Slot slot) {
        long gap = 1;
        while (!isClosing()) {
            try {
                moveIn(slot, launcher.launch());
                return;
            } catch (BrowserStartException | RuntimeException e) {
                if (isClosing()) {
                    return;
                }
                LOG.error("A browser does not start; trying again in {} s. {}", gap, e.getMessage(), e);
                awaitClosing(gap);
                gap = Math.min(gap * 2, LONGEST_START_GAP_SECONDS);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the watch ends with the browser
    private void moveIn(Slot slot, Browser browser) {
        slot.browser = browser;
        if (isClosing()) {
            browser.kill();
            return;
        }
        browser.tools().closed().thenRun(() -> inBackground(() -> lost(slot, browser)));
        makeFree(slot, browser);
    }

    /**
     * Replaces a browser that works. The new one is started first, so that no render waits for it or is lost; does
     * nothing while another slot's browser is being replaced.
     */
    void recycle(Slot slot, Recycling.Reason reason) {
        if (!succession.tryAcquire()) {
            return;
        }
        inBackground(() -> {
            try {
                Browser successor = launcher.launch();
                slot.successor = new Slot.Successor(successor, reason);
                if (isClosing()) {
                    successor.kill();
                } else {
                    succeed(slot);
                }
            } catch (BrowserStartException | RuntimeException e) {
                LOG.warn("A browser that is to be recycled ({}) stays, since no new one starts", reason, e);
                succession.release();
            } catch (InterruptedException e) {
                succession.release();
            }
        });
    }

    /** Whoever comes last, the render or the successor, finds both the slot free and the successor there. */
    private void succeed(Slot slot) {
        if (slot.successor != null && free.remove(slot)) {
            Slot.Successor successor = Objects.requireNonNull(slot.successor);
            Browser old = slot.browser;
            slot.successor = null;
            succession.release();
            ledger.recycle(successor.reason());
            moveIn(slot, successor.browser());
            if (old != null) {
                inBackground(old::kill);
            }
        }
    }

    void inBackground(Runnable work) {
        try {
            care.execute(work);
        } catch (RejectedExecutionException closed) {
            work.run();
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void awaitClosing(long atMostSeconds) {
        try {
            boolean over = closing.await(atMostSeconds, TimeUnit.SECONDS);
            LOG.debug("Starting browsers again unless closed: {}", over);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    List<Browser> browsers() {
        return slots.stream().map(slot -> slot.browser).filter(Objects::nonNull).toList();
    }

    private List<Browser> everyBrowser() {
        List<Browser> all = new ArrayList<>(browsers());
        slots.stream()
                .map(slot -> slot.successor)
                .filter(Objects::nonNull)
                .forEach(successor -> all.add(successor.browser()));
        return all;
    }

    /** Ends every browser, those that are drawing too, and returns when they are gone. */
    @Override
    public void close() {
        closing.countDown();
        List<Thread> quitting = everyBrowser().stream()
                .map(browser -> Thread.ofVirtual().start(browser::quit))
                .toList();
        try {
            for (Thread one : quitting) {
                one.join();
            }
            // Starts that are under way fail at once when the thread is gone that they descend from.
            launcher.close();
            care.shutdown();
            if (!care.awaitTermination(FAREWELL_SECONDS, TimeUnit.SECONDS)) {
                LOG.warn("Browsers do not end within {} s; the kernel ends them with this process", FAREWELL_SECONDS);
            }
        } catch (InterruptedException e) {
            launcher.close();
            Thread.currentThread().interrupt();
        }
    }
}
