package io.renderyard.worker.cell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a control group for each browser, as far as this machine lets us. */
public final class ControlGroups {
    private static final Logger LOG = LoggerFactory.getLogger(ControlGroups.class);
    private static final Pattern FORM = Pattern.compile("renderyard-(\\d{1,10})-\\d+");

    /** Several fleets in one process must not meet. */
    private static final AtomicInteger MADE = new AtomicInteger();

    private final List<Hierarchy> hierarchies;
    private final Limits limits;

    private ControlGroups(List<Hierarchy> hierarchies, Limits limits) {
        this.hierarchies = hierarchies;
        this.limits = limits;
    }

    /** Looks at this machine once, removes what dead processes left, and says in the log what is missing. */
    public static ControlGroups of(Limits limits) {
        return of(Path.of("/proc/self"), limits);
    }

    static ControlGroups of(Path proc, Limits limits) {
        List<Hierarchy> found;
        try {
            found = Hierarchies.find(proc);
        } catch (IOException | RuntimeException e) {
            LOG.debug("Control groups cannot be looked up", e);
            found = List.of();
        }
        ControlGroups groups = new ControlGroups(List.copyOf(found), limits);
        found.forEach(hierarchy -> sweep(hierarchy.parent()));
        groups.sayWhatIsMissing();
        return groups;
    }

    /** Whether the kernel holds the memory limit; else somebody else must watch. */
    public boolean limitMemory() {
        return files().anyMatch(Hierarchy.Memory.class::isInstance);
    }

    public boolean limitTasks() {
        return files().anyMatch(Hierarchy.Tasks.class::isInstance);
    }

    private Stream<Hierarchy.LimitFile> files() {
        return hierarchies.stream().flatMap(hierarchy -> hierarchy.files().stream());
    }

    private void sayWhatIsMissing() {
        if (!limitMemory() || !limitTasks()) {
            LOG.info(
                    "The kernel limits browsers' memory: {}, processes: {}. What it does not limit is watched by this"
                            + " process, which is slower to notice. For the kernel's limits the worker needs a control"
                            + " group (version 2) of its own that it may write to: Delegate=cpu memory pids in a systemd"
                            + " unit, or a container with a writable /sys/fs/cgroup.",
                    limitMemory() ? "yes" : "no",
                    limitTasks() ? "yes" : "no");
        }
    }

    /**
     * A group for one browser; one without any effect where there are no control groups. If we die, the empty group
     * stays until the next start's sweep.
     */
    public ControlGroup create() {
        String name = "renderyard-" + ProcessHandle.current().pid() + "-" + MADE.incrementAndGet();
        List<ControlGroup.Part> parts = new ArrayList<>();
        try {
            for (Hierarchy hierarchy : hierarchies) {
                Path folder = hierarchy.parent().resolve(name);
                Files.createDirectory(folder);
                parts.add(new ControlGroup.Part(folder, hierarchy.files()));
                for (Hierarchy.LimitFile file : hierarchy.files()) {
                    file.set(folder, limits);
                }
            }
            return new ControlGroup(List.copyOf(parts));
        } catch (IOException e) {
            new ControlGroup(parts).remove();
            throw new UncheckedIOException("The control group " + name + " for a browser cannot be made.", e);
        }
    }

    private static void sweep(Path parent) {
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "renderyard-*")) {
            for (Path folder : folders) {
                if (isOfTheDead(folder)) {
                    new ControlGroup(List.of(new ControlGroup.Part(folder, List.of()))).remove();
                }
            }
        } catch (IOException e) {
            LOG.debug("Dead processes' groups in {} stay", parent, e);
        }
    }

    private static boolean isOfTheDead(Path folder) {
        Matcher form = FORM.matcher(folder.getFileName().toString());
        return form.matches() && ProcessHandle.of(Long.parseLong(form.group(1))).isEmpty();
    }
}
