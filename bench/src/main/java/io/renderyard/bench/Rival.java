package io.renderyard.bench;

import java.io.BufferedReader;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What a user would write instead of the farm: a program of Node's, in a process of its own, told line by line. */
final class Rival implements Tier, AutoCloseable {
    private static final long PATIENCE_SECONDS = 60;
    private static final long DEATH_SECONDS = 5;

    private final Kind kind;
    private final List<Page> pages;
    private final int lanes;
    private final Process process;
    private final BufferedWriter told;
    private final Map<Integer, CompletableFuture<String>> pending = new ConcurrentHashMap<>();
    private final CompletableFuture<Void> ready = new CompletableFuture<>();

    /**
     * @param name in the report
     * @param way in the program
     * @param flags for the browser
     * @param goal how many times as fast the farm is to be
     */
    record Kind(String name, String way, List<String> flags, double goal) {}

    private Rival(Kind kind, List<Page> pages, int lanes, Process process) {
        this.kind = kind;
        this.pages = pages;
        this.lanes = lanes;
        this.process = process;
        this.told = process.outputWriter();
        Thread.ofVirtual().name("rival-words").start(this::listen);
    }

    /**
     * Call it from a thread that lives as long as the run: the kernel ends the program with it.
     *
     * @param command starts the program
     */
    static Rival start(Kind kind, List<String> command, Path binary, List<Page> pages, int lanes)
            throws BenchException, InterruptedException {
        Process process;
        try {
            process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new BenchException("Node does not start: " + e.getMessage(), e);
        }
        Rival rival = new Rival(kind, pages, lanes, process);
        try {
            rival.tell(rival.setup(binary));
            await(rival.ready, kind.name());
            return rival;
        } catch (BenchException | InterruptedException e) {
            rival.close();
            throw e;
        }
    }

    private String setup(Path binary) {
        JsonMapper json = JsonMapper.shared();
        return json.writeValueAsString(Map.of(
                "rival", kind.way(),
                "binary", binary.toString(),
                "flags", kind.flags(),
                "lanes", lanes,
                "width", Tab.WIDTH,
                "height", Tab.HEIGHT,
                "pages",
                        pages.stream()
                                .map(page -> json.readTree(page.open() + '"'))
                                .toList()));
    }

    private void tell(String line) throws BenchException {
        synchronized (told) {
            try {
                told.write(line);
                told.newLine();
                told.flush();
            } catch (IOException e) {
                throw new BenchException(kind.name() + " has ended; it says why above.", e);
            }
        }
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.equals("ready")) {
                    ready.complete(null);
                } else {
                    answer(line.split(" ", 2));
                }
            }
        } catch (IOException e) {
            // It has ended, which is said below.
        }
        IllegalStateException over = new IllegalStateException(kind.name() + " has ended");
        ready.completeExceptionally(over);
        pending.values().forEach(answer -> answer.completeExceptionally(over));
    }

    private void answer(String[] words) {
        CompletableFuture<String> answer = pending.remove(Integer.parseInt(words[0]));
        if (answer == null) {
            return;
        }
        if (words[1].startsWith("!")) {
            answer.completeExceptionally(new IllegalStateException(words[1]));
        } else {
            answer.complete(words[1]);
        }
    }

    Kind kind() {
        return kind;
    }

    @Override
    public String name() {
        return kind.name();
    }

    @Override
    public int lanes() {
        return lanes;
    }

    @Override
    public void draw(int lane, Page page, String unique) throws BenchException, InterruptedException {
        String unused = picture(lane, page, unique);
    }

    @Override
    public String digest(Page page, String unique) throws BenchException, InterruptedException {
        return picture(0, page, unique);
    }

    private String picture(int lane, Page page, String unique) throws BenchException, InterruptedException {
        CompletableFuture<String> answer = new CompletableFuture<>();
        pending.put(lane, answer);
        int number = IntStream.range(0, pages.size())
                .filter(i -> pages.get(i).equals(page))
                .findFirst()
                .orElseThrow();
        tell(lane + " " + number + " " + unique.replace(' ', '-'));
        return await(answer, kind.name());
    }

    private static <T extends @Nullable Object> T await(CompletableFuture<T> answer, String name)
            throws BenchException, InterruptedException {
        try {
            return answer.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException e) {
            throw new BenchException(name + " did not answer within " + PATIENCE_SECONDS + " s.", e);
        } catch (ExecutionException e) {
            throw new BenchException(name + " failed: " + e.getCause(), e);
        }
    }

    @Override
    public CpuTime used() {
        CpuTime used = CpuTime.unknown();
        for (ProcessTable.Entry entry : ProcessTable.read().tree(process.pid())) {
            used.add(entry.name().startsWith("node") ? "node" : CpuTime.BROWSERS, entry.milliseconds());
        }
        return used;
    }

    /** Its browsers end with it. */
    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> tree = process.descendants().toList();
        process.destroyForcibly();
        tree.forEach(ProcessHandle::destroyForcibly);
        if (!process.waitFor(DEATH_SECONDS, TimeUnit.SECONDS)) {
            System.err.println("bench: process " + process.pid() + " of a rival does not die.");
        }
    }
}
