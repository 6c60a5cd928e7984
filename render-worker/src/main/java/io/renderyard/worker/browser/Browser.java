package io.renderyard.worker.browser;

import io.renderyard.worker.cell.Limits;
import io.renderyard.worker.cell.Usage;
import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.devtools.Listening;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running browser with its driver, what stands around it and its tab for markup. */
final class Browser {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final Duration POLITE = Duration.ofSeconds(1);

    private final Quarters quarters;
    private final RemoteWebDriver session;
    private final String version;
    private final DevTools tools;
    private final ProcessLedger ledger;
    private final List<ProcessHandle> vital;
    private final long born = System.nanoTime();
    private final AtomicInteger renders = new AtomicInteger();
    private final ReentrantLock ending = new ReentrantLock();
    private volatile boolean ended;
    private volatile Tab tab;
    private volatile Listening guard;
    private volatile long memory;
    private int watchedRender = -1;
    private Duration cpuBefore = Duration.ZERO;

    Browser(Quarters quarters, RemoteWebDriver session, String version, DevTools tools, Tab tab, ProcessLedger ledger) {
        this.quarters = quarters;
        this.session = session;
        this.version = version;
        this.tools = tools;
        this.tab = tab;
        this.guard = tab.guard();
        this.ledger = ledger;
        this.vital = quarters.vital();
    }

    /** Name and version, such as {@code HeadlessChrome/156.0.8078.79}. */
    String version() {
        return version;
    }

    DevTools tools() {
        return tools;
    }

    EgressGate gate() {
        return quarters.gate();
    }

    Tab tab() {
        return tab;
    }

    /** The outermost process; everything of this browser descends from it. */
    ProcessHandle process() {
        return quarters.process();
    }

    boolean isAlive() {
        return tools.isOpen() && !ended && quarters.stand() && vital.stream().allMatch(ProcessHandle::isAlive);
    }

    /** One begins. */
    void countRender() {
        renders.incrementAndGet();
    }

    /** Measures exactly; see {@link #wear}. */
    void measure() {
        memory = Usage.proportional(processes());
    }

    /** Bytes, by the last measure. */
    long memory() {
        return memory;
    }

    /** Null when it may stay; by the last measure. */
    Recycling.@Nullable Reason wear(Recycling recycling) {
        return recycling.reason(memory, Duration.ofNanos(System.nanoTime() - born), renders.get());
    }

    /** Looks roughly at the memory first, since most of the time that is enough. */
    boolean takesMoreThan(Limits limits) {
        List<Long> processes = processes();
        return Usage.tasks(processes) > limits.tasks()
                || (Usage.resident(processes) > limits.memory() && Usage.proportional(processes) > limits.memory());
    }

    /**
     * Looks at the processor time since it first looked during the present render. Asked by one thread, again and again.
     * What a render took before the first look is not counted, nor is what has died since.
     */
    boolean worksMoreThan(Duration limit) {
        Duration now = Usage.cpu(processes());
        if (renders.get() != watchedRender) {
            watchedRender = renders.get();
            cpuBefore = now;
        }
        return now.minus(cpuBefore).compareTo(limit) > 0;
    }

    private List<Long> processes() {
        return quarters.cell().processes(quarters.process());
    }

    /** Notes that it is about to be killed for what it took. */
    void condemn() {
        quarters.cell().condemn();
    }

    boolean wentBeyondItsLimits() {
        return quarters.cell().wentBeyondItsLimits();
    }

    /** A place for cookies and caches that nobody else shares, with the same way out. */
    BrowserContext newContext(Deadline deadline) throws DevToolsException, InterruptedException {
        return BrowserContext.create(tools, gate().port(), deadline);
    }

    /**
     * A site that answers over TLS may ask to be called so only (HSTS), and a picture's answer is enough. Chrome keeps that
     * for all pages of a context, whoever they belong to, so the next page could find out what this one loaded. Chrome
     * forgets it together with the cache. That costs some milliseconds, so only renders that had a tunnel pay.
     *
     * <p>Twice: what had come before the way out was closed may still lie unread in Chrome, as the answer of a request
     * that outlives its page does. It is read while the first is under way, since the network's part of Chrome does both.
     */
    CompletableFuture<Void> forgetSites() {
        gate().rest();
        return gate().hasTunnelled()
                ? clearCache().thenCompose(_ -> clearCache()).thenAccept(_ -> {})
                : CompletableFuture.completedFuture(null);
    }

    private CompletableFuture<Answer> clearCache() {
        return tab.send("Network.clearBrowserCache", DevTools.params());
    }

    /**
     * Leaves a tab that does not let go of its page, or whose page had a site store things. The new one is in a context
     * of its own: nothing is stored there, and tabs of one context may share the process that is stuck. If we die here
     * the whole browser dies with us.
     */
    void swapTab(Deadline deadline) throws DevToolsException, InterruptedException {
        Tab left = tab;
        guard.close();
        tab = newContext(deadline).openTab(deadline);
        guard = tab.guard();
        DevTools.await(left.close(), "closing the tab that was left", deadline);
    }

    /** Asks nicely for a short while, then kills. */
    void quit() {
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                session.quit();
            } catch (WebDriverException e) {
                LOG.debug("The browser did not quit by itself", e);
            }
        });
        try {
            asking.join(POLITE);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        kill();
    }

    /**
     * Ends every process of this browser at once, removes what it wrote and returns when that is done, whoever did it. If we
     * die half-way, the kernel ends the rest and the next start sweeps the rest.
     */
    void kill() {
        ending.lock();
        try {
            if (!ended) {
                ended = true;
                end();
            }
        } finally {
            ending.unlock();
        }
    }

    private void end() {
        tools.close();
        boolean nothingLeft = quarters.end();
        if (nothingLeft) {
            ledger.reap();
        }
    }
}
