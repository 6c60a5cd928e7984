package io.renderyard.worker.browser;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running browser with its driver, its gate, its folder and its tab for markup. */
final class Browser {
    private static final Logger LOG = LoggerFactory.getLogger(Browser.class);
    private static final Duration POLITE = Duration.ofSeconds(1);
    private static final long DEATH_SECONDS = 3;

    private final Warden.Cell cell;
    private final String version;
    private final ProcessHandle process;
    private final ChromeDriverService service;
    private final ChromeDriver driver;
    private final DevTools tools;
    private final EgressGate gate;
    private final ReentrantLock ending = new ReentrantLock();
    private volatile boolean ended;
    private volatile Tab tab;

    Browser(
            Warden.Cell cell,
            String version,
            ProcessHandle process,
            ChromeDriverService service,
            ChromeDriver driver,
            DevTools tools,
            EgressGate gate,
            Tab tab) {
        this.cell = cell;
        this.version = version;
        this.process = process;
        this.service = service;
        this.driver = driver;
        this.tools = tools;
        this.gate = gate;
        this.tab = tab;
    }

    /** Name and version, such as {@code HeadlessChrome/156.0.8078.79}. */
    String version() {
        return version;
    }

    DevTools tools() {
        return tools;
    }

    EgressGate gate() {
        return gate;
    }

    Tab tab() {
        return tab;
    }

    /** The outermost process; everything of this browser descends from it. */
    ProcessHandle process() {
        return process;
    }

    boolean isAlive() {
        return tools.isOpen() && process.isAlive() && !ended;
    }

    /** A place for cookies and caches that nobody else shares, with the same way out. */
    BrowserContext newContext(Deadline deadline) throws DevToolsException, InterruptedException {
        return BrowserContext.create(tools, gate.port(), deadline);
    }

    /**
     * Leaves a tab that does not let go of its page. The new one is in a context of its own, because tabs of one context
     * may share the process that is stuck. If we die here the whole browser dies with us.
     */
    void swapTab(Deadline deadline) throws DevToolsException, InterruptedException {
        Tab stuck = tab;
        tab = newContext(deadline).openTab(deadline);
        DevTools.await(stuck.close(), "Target.closeTarget", deadline);
    }

    /** Asks nicely for a short while, then kills. */
    void quit() {
        Thread asking = Thread.ofVirtual().start(() -> {
            try {
                driver.quit();
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
     * Ends every process of this browser at once, removes its folder and returns when that is done, whoever did it. If we
     * die half-way, the kernel ends the rest and the next start sweeps the folder.
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
        killTree(process);
        gate.close();
        service.stop();
        try {
            FolderTree.delete(cell.folder());
        } catch (IOException e) {
            LOG.warn("The folder of an ended browser stays until the next start: {}", cell.folder(), e);
        }
    }

    /** Waits until they are gone, with a bound: a folder can only be removed when nobody writes to it. */
    static void killTree(ProcessHandle root) {
        List<ProcessHandle> tree =
                Stream.concat(root.descendants(), Stream.of(root)).toList();
        tree.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle one : tree) {
            try {
                one.onExit().get(DEATH_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException | ExecutionException e) {
                LOG.warn("Process {} of an ended browser does not die", one.pid(), e);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
