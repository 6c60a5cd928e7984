package io.renderyard.worker.cell;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds the trees of control groups in which this process may make groups. In version 2 that is its own group, if that
 * was handed to it. Version 1 knows no handing over, so there a tree is used only where nobody else has put this
 * process into a group.
 */
final class Hierarchies {
    private static final Logger LOG = LoggerFactory.getLogger(Hierarchies.class);
    private static final Set<String> WANTED = Set.of("memory", "pids", "cpu");
    private static final String LEAF = "renderyard-worker";

    private Hierarchies() {}

    /** @param proc {@code /proc/self} */
    static List<Hierarchy> find(Path proc) throws IOException {
        Map<String, String> own = ownGroups(Files.readAllLines(proc.resolve("cgroup")));
        List<Hierarchy> found = new ArrayList<>();
        for (String line : Files.readAllLines(proc.resolve("mountinfo"))) {
            String[] halves = line.split(" - ", 2);
            String[] mount = halves[0].split(" ");
            String[] filesystem = halves.length == 2 ? halves[1].split(" ") : new String[0];
            if (mount.length < 5 || filesystem.length < 3) {
                continue;
            }
            Path point = Path.of(mount[4]);
            switch (filesystem[0]) {
                case "cgroup2" -> versionTwo(point, mount[3], own.getOrDefault("", "/"), found);
                case "cgroup" -> versionOne(point, Set.of(filesystem[2].split(",")), own, found);
                default -> {}
            }
        }
        return found;
    }

    /** By controller; the name of version 2's only tree is empty. */
    private static Map<String, String> ownGroups(List<String> lines) {
        Map<String, String> groups = new TreeMap<>();
        for (String line : lines) {
            String[] parts = line.split(":", 3);
            for (String controller : parts[1].split(",")) {
                groups.put(controller, parts[2]);
            }
        }
        return groups;
    }

    private static void versionOne(Path point, Set<String> options, Map<String, String> own, List<Hierarchy> found) {
        for (String controller : WANTED) {
            if (options.contains(controller) && own.getOrDefault(controller, "").equals("/") && canHaveGroups(point)) {
                found.add(new Hierarchy(point, List.of(limitFile(controller, Hierarchy.Memory.V1))));
            }
        }
    }

    private static void versionTwo(Path point, String root, String own, List<Hierarchy> found) {
        String relative = root.equals("/") || !own.startsWith(root) ? own : own.substring(root.length());
        // A worker that was started again in the same container finds itself in the leaf of the one before.
        Path parent = point.resolve(relative.replaceFirst("/" + LEAF + "$", "").replaceFirst("^/+", ""))
                .normalize();
        if (!isHandedToUs(parent) || !canHaveGroups(parent)) {
            return;
        }
        List<Hierarchy.LimitFile> files = handDown(parent).stream()
                .sorted()
                .map(controller -> limitFile(controller, Hierarchy.Memory.V2))
                .toList();
        found.add(new Hierarchy(parent, files));
    }

    private static Hierarchy.LimitFile limitFile(String controller, Hierarchy.Memory memory) {
        return switch (controller) {
            case "cpu" -> new Hierarchy.FairShare();
            case "memory" -> memory;
            case "pids" -> new Hierarchy.Tasks();
            default -> throw new IllegalArgumentException("not wanted: " + controller);
        };
    }

    /** A service manager keeps its units' groups to itself unless it says otherwise, whatever permissions allow. */
    private static boolean isHandedToUs(Path group) {
        if (!group.toString().matches(".*\\.(service|scope|slice)")) {
            return true;
        }
        try {
            return Files.getAttribute(group, "user:delegate") instanceof byte[] flag
                    && new String(flag, StandardCharsets.US_ASCII).equals("1");
        } catch (IOException | UnsupportedOperationException e) {
            return false;
        }
    }

    /** The controllers that groups below the parent have. */
    private static Set<String> handDown(Path parent) {
        Path file = parent.resolve("cgroup.subtree_control");
        try {
            Set<String> wanted = words(parent.resolve("cgroup.controllers"));
            wanted.retainAll(WANTED);
            Set<String> missing = new HashSet<>(wanted);
            missing.removeAll(words(file));
            if (!missing.isEmpty()) {
                makeRoom(parent);
                Hierarchy.write(file, "+" + String.join(" +", missing));
            }
            return wanted;
        } catch (IOException e) {
            LOG.debug("The control group {} hands nothing down", parent, e);
            return Set.of();
        }
    }

    /** A group that hands controllers down may have no process of its own, so ours go into one beside the browsers'. */
    private static void makeRoom(Path parent) throws IOException {
        if (!Files.exists(parent.resolve("cgroup.type"))) {
            return; // the machine's root group is free of that rule
        }
        Path leaf = Files.createDirectories(parent.resolve(LEAF));
        for (String pid : words(parent.resolve("cgroup.procs"))) {
            if (isOurs(Long.parseLong(pid))) {
                Hierarchy.write(leaf.resolve("cgroup.procs"), pid);
            }
        }
    }

    /** We, what we started, and a container's first process. */
    private static boolean isOurs(long pid) {
        ProcessHandle self = ProcessHandle.current();
        return pid == self.pid() || pid == 1 || self.descendants().anyMatch(child -> child.pid() == pid);
    }

    private static Set<String> words(Path file) throws IOException {
        Set<String> words = new HashSet<>(List.of(Files.readString(file).split("\\s+")));
        words.remove("");
        return words;
    }

    /** Permissions do not tell: root may write into a read-only mount as far as they are concerned. */
    private static boolean canHaveGroups(Path parent) {
        Path probe = parent.resolve("renderyard-" + ProcessHandle.current().pid() + "-probe");
        try {
            Files.createDirectory(probe);
            Files.delete(probe);
            return true;
        } catch (IOException e) {
            LOG.debug("No control groups in {}", parent, e);
            return false;
        }
    }
}
