package io.renderyard.bench;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Every process of this machine at one moment, by its number. Empty where the kernel does not show them. */
public record ProcessTable(Map<Long, Entry> entries) {
    private static final Path PROC = Path.of("/proc");

    /** Linux counts in hundredths of a second in this place, whatever its clock. */
    private static final double MILLISECONDS_PER_TICK = 10;

    /**
     * One process.
     *
     * @param name of its program, at most 15 characters
     * @param milliseconds of CPU that it and those of its children that have ended have used
     */
    public record Entry(long id, long parent, String name, double milliseconds) {
        /** @param stat a line as in {@code /proc/PID/stat}; the name in it may have spaces and brackets */
        static Entry of(String stat) {
            int open = stat.indexOf('(');
            int close = stat.lastIndexOf(')');
            String[] rest = stat.substring(close + 2).split(" ");
            double ticks = 0;
            for (int i = 11; i <= 14; i++) {
                ticks += Double.parseDouble(rest[i]);
            }
            return new Entry(
                    Long.parseLong(stat.substring(0, open).strip()),
                    Long.parseLong(rest[1]),
                    stat.substring(open + 1, close),
                    ticks * MILLISECONDS_PER_TICK);
        }
    }

    public static ProcessTable read() {
        Map<Long, Entry> entries = new HashMap<>();
        try (DirectoryStream<Path> processes = Files.newDirectoryStream(PROC, "[0-9]*")) {
            for (Path process : processes) {
                add(process, entries);
            }
        } catch (IOException | DirectoryIteratorException e) {
            return new ProcessTable(Map.of());
        }
        return new ProcessTable(entries);
    }

    private static void add(Path process, Map<Long, Entry> entries) {
        try {
            Entry entry = Entry.of(Files.readString(process.resolve("stat")));
            entries.put(entry.id(), entry);
        } catch (IOException e) {
            // It ended while we looked; its parent has its time.
        }
    }

    /** @return the process and all that descend from it; empty when it is gone */
    public List<Entry> tree(long root) {
        List<Entry> tree = new ArrayList<>();
        Entry first = entries.get(root);
        if (first != null) {
            tree.add(first);
        }
        for (int i = 0; i < tree.size(); i++) {
            long parent = tree.get(i).id();
            entries.values().stream().filter(entry -> entry.parent() == parent).forEach(tree::add);
        }
        return tree;
    }
}
