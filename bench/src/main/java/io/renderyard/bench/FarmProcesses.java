package io.renderyard.bench;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * What each kind of process of a yard has used.
 *
 * @param run where the launcher notes the processes that it started
 */
record FarmProcesses(Path run) {
    private static final String NOTE = ".pid";

    CpuTime used() {
        CpuTime used = CpuTime.unknown();
        ProcessTable table = ProcessTable.read();
        try (DirectoryStream<Path> notes = Files.newDirectoryStream(run, "*" + NOTE)) {
            for (Path note : notes) {
                String name = note.getFileName().toString().replace(NOTE, "");
                for (ProcessTable.Entry entry : table.tree(root(note))) {
                    used.add(kind(name, entry.name()), entry.milliseconds());
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            return CpuTime.unknown();
        }
        used.add(CpuTime.CLIENT, CpuTime.ofThisProcess());
        return used;
    }

    /** The environment of one of them; only its own user may see it. */
    Map<String, String> told(String name) throws BenchException {
        Map<String, String> told = new HashMap<>();
        try {
            Path environment = Path.of("/proc", String.valueOf(root(run.resolve(name + NOTE))), "environ");
            for (String entry : Files.readString(environment).split("\0")) {
                String[] pair = entry.split("=", 2);
                if (pair.length == 2) {
                    told.put(pair[0], pair[1]);
                }
            }
            return told;
        } catch (IOException e) {
            throw new BenchException("What the farm's " + name + " was told cannot be read: " + e.getMessage(), e);
        }
    }

    private static long root(Path note) throws IOException {
        return Long.parseLong(Files.readString(note).split(" ")[0]);
    }

    /** Of what a process started, browsers and database have rows of their own, whoever started them. */
    static String kind(String started, String program) {
        if (program.startsWith("postgres") || started.equals("postgres")) {
            return "PostgreSQL";
        }
        if (program.startsWith("chrom")) {
            return CpuTime.BROWSERS;
        }
        if (started.startsWith("rabbitmq")) {
            return "RabbitMQ";
        }
        return started.startsWith("worker-") ? "workers" : started;
    }
}
