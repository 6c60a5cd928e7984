package io.renderyard.worker.cell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * One tree of control groups, seen from the group that this process is in.
 *
 * @param parent where groups for browsers can be made
 * @param files how the limits are written in this tree; empty where only the list of processes is of use
 */
record Hierarchy(Path parent, List<LimitFile> files) {
    /** A limit's file, and the one that says whether it was met. */
    sealed interface LimitFile {
        void set(Path group, Limits limits) throws IOException;

        /** Whether the kernel ended or refused something because of this limit. */
        boolean met(Path group) throws IOException;
    }

    record Memory(String limit, String events) implements LimitFile {
        static final Memory V1 = new Memory("memory.limit_in_bytes", "memory.oom_control");
        static final Memory V2 = new Memory("memory.max", "memory.events");

        @Override
        public void set(Path group, Limits limits) throws IOException {
            write(group.resolve(limit), Long.toString(limits.memory()));
            // Half a browser is of no use, and one that swaps is slower than one that is replaced.
            writeIfThere(group.resolve("memory.oom.group"), "1");
            writeIfThere(group.resolve("memory.swap.max"), "0");
        }

        @Override
        public boolean met(Path group) throws IOException {
            return count(group.resolve(events), "oom_kill") > 0;
        }
    }

    /** The same in both versions. */
    record Tasks() implements LimitFile {
        @Override
        public void set(Path group, Limits limits) throws IOException {
            write(group.resolve("pids.max"), Integer.toString(limits.tasks()));
        }

        @Override
        public boolean met(Path group) throws IOException {
            return count(group.resolve("pids.events"), "max") > 0;
        }
    }

    /** No limit: being in a group is enough to have a browser's threads share what one neighbour would have had. */
    record FairShare() implements LimitFile {
        @Override
        public void set(Path group, Limits limits) {
            // All groups weigh the same from the start.
        }

        @Override
        public boolean met(Path group) {
            return false;
        }
    }

    static void write(Path file, String value) throws IOException {
        // The kernel's files are there already; elsewhere, a mistake of ours must not make new ones.
        Files.writeString(file, value, StandardOpenOption.WRITE);
    }

    private static void writeIfThere(Path file, String value) throws IOException {
        if (Files.exists(file)) {
            write(file, value);
        }
    }

    private static long count(Path file, String key) throws IOException {
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(line -> line.split(" "))
                    .filter(words -> words.length == 2 && words[0].equals(key))
                    .mapToLong(words -> Long.parseLong(words[1]))
                    .sum();
        }
    }
}
