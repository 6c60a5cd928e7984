package io.renderyard.worker.browser;

import io.renderyard.worker.cell.ControlGroup;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where one browser lives: its folder, its scripts, and its control group. */
final class Cell {
    private static final Logger LOG = LoggerFactory.getLogger(Cell.class);
    private static final long DEATH_NANOS = TimeUnit.SECONDS.toNanos(5);

    private final Path folder;
    private final Path home;
    private final Path driver;
    private final Path browser;

    @Nullable
    private final BrowserPipe pipe;

    private final ControlGroup group;
    private volatile boolean condemned;

    /**
     * @param driver starts chromedriver inside the walls
     * @param browser what chromedriver starts
     * @param pipe what the browser also speaks over; null for nothing
     */
    Cell(Path folder, Path home, Path driver, Path browser, @Nullable BrowserPipe pipe, ControlGroup group) {
        this.folder = folder;
        this.home = home;
        this.driver = driver;
        this.browser = browser;
        this.pipe = pipe;
        this.group = group;
    }

    @Nullable
    BrowserPipe pipe() {
        return pipe;
    }

    Path home() {
        return home;
    }

    Path driver() {
        return driver;
    }

    Path browser() {
        return browser;
    }

    /** Ids of all that lives in here. */
    List<Long> processes(ProcessHandle root) {
        return group.knowsItsProcesses()
                ? group.processes()
                : tree(root).map(ProcessHandle::pid).toList();
    }

    private static Stream<ProcessHandle> tree(ProcessHandle root) {
        return Stream.concat(root.descendants(), Stream.of(root));
    }

    /** Says that what lives in here took more than it may, where no kernel does. */
    void condemn() {
        condemned = true;
    }

    boolean wentBeyondItsLimits() {
        return condemned || group.wentBeyond();
    }

    /**
     * Ends every process at once, stopped ones too, waits with a bound until they are gone, and removes the group and
     * the folder: that can only be done when nobody writes to it.
     *
     * @return whether nothing is left
     */
    boolean end(ProcessHandle root) {
        List<ProcessHandle> all = Stream.concat(
                        tree(root), group.processes().stream().flatMap(pid -> ProcessHandle.of(pid).stream()))
                .distinct()
                .toList();
        group.kill();
        all.forEach(ProcessHandle::destroyForcibly);
        long end = System.nanoTime() + DEATH_NANOS;
        boolean dead = true;
        for (ProcessHandle one : all) {
            dead &= died(one, end - System.nanoTime());
        }
        return dead & forget();
    }

    private static boolean died(ProcessHandle one, long withinNanos) {
        try {
            one.onExit().get(withinNanos, TimeUnit.NANOSECONDS);
            return true;
        } catch (TimeoutException | ExecutionException e) {
            LOG.warn("Process {} of an ended browser does not die", one.pid());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    /** Removes the group and the folder of a browser that is gone or never came. */
    boolean forget() {
        boolean removed = group.remove();
        try {
            if (pipe != null) {
                pipe.close();
            }
            FolderTree.delete(folder);
            return removed;
        } catch (IOException e) {
            LOG.warn("The folder of an ended browser stays until the next start: {}", folder, e);
            return false;
        }
    }
}
