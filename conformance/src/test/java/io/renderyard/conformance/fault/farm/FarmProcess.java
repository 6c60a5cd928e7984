package io.renderyard.conformance.fault.farm;

import static org.awaitility.Awaitility.await;

import io.renderyard.conformance.fault.child.Kind;
import io.renderyard.conformance.fault.child.Point;
import io.renderyard.conformance.fault.child.Protocol;
import io.renderyard.conformance.fault.child.Protocol.News;
import io.renderyard.conformance.fault.child.StoreFault;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** One process of a farm: known by its pid, told by signals of both kinds, and writing its own log. */
public final class FarmProcess implements AutoCloseable {
    private static final Duration START = Duration.ofMinutes(2);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final String name;
    private final Process process;
    private final Path log;
    private final List<Sign> signs = new CopyOnWriteArrayList<>();
    private final Set<String> obeyed = ConcurrentHashMap.newKeySet();
    private volatile int port;

    private FarmProcess(String name, Process process, Path log) {
        this.name = name;
        this.process = process;
        this.log = log;
    }

    /** Does not wait until it is ready. */
    static FarmProcess start(String name, Kind kind, Map<String, String> environment, Path logs) {
        ProcessBuilder builder = new ProcessBuilder(Jvm.command(kind, environment)).redirectErrorStream(true);
        builder.environment().putAll(environment);
        FarmProcess started = new FarmProcess(name, Forks.start(builder), logs.resolve(name + ".log"));
        Thread.ofVirtual().name("log-" + name).start(started::listen);
        return started;
    }

    private void listen() {
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
                Writer copy = Files.newBufferedWriter(log)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                copy.write(line + "\n");
                if (line.startsWith(Protocol.MARK)) {
                    copy.flush();
                    hear(line.substring(Protocol.MARK.length()).split(" ", 2));
                }
            }
        } catch (IOException ended) {
            // A process that is killed closes its end, which is no news.
        }
    }

    private void hear(String[] line) {
        News news = News.valueOf(line[0]);
        switch (news) {
            case READY -> port = Integer.parseInt(line[1]);
            case OBEYED -> obeyed.add(line[1]);
            case REACHED, INTERRUPTED -> signs.add(Sign.parse(news, line[1].split(" ")));
        }
    }

    public FarmProcess awaitReady() {
        await(name + " is ready")
                .atMost(START)
                .pollInterval(Duration.ofMillis(20))
                .failFast(() -> {
                    if (!process.isAlive()) {
                        throw new IllegalStateException(name + " ended while it started; see " + log);
                    }
                })
                .until(this::isReady);
        return this;
    }

    public String name() {
        return name;
    }

    public int port() {
        return port;
    }

    public boolean isAlive() {
        return process.isAlive();
    }

    /** True as soon as it has said so. */
    public boolean isReady() {
        return port > 0;
    }

    /** Whoever comes to this point from now on says so and waits there. */
    public void hold(Point point) {
        order(new Protocol.AtPoint(Protocol.Verb.HOLD, point));
    }

    /** Whoever comes to this point from now on says so. */
    public void watch(Point point) {
        order(new Protocol.AtPoint(Protocol.Verb.WATCH, point));
    }

    /** Lets everybody go on who waits at this point. */
    public void go(Point point) {
        order(new Protocol.AtPoint(Protocol.Verb.GO, point));
    }

    /** From now on its store is like this. */
    public void store(StoreFault fault) {
        order(new Protocol.AtStore(fault));
    }

    private synchronized void order(Protocol.Order what) {
        String order = what.toString();
        obeyed.remove(order);
        try {
            Writer commands = process.outputWriter(StandardCharsets.UTF_8);
            commands.write(order + "\n");
            commands.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(name + " does not listen", e);
        }
        await(name + " obeys " + order)
                .atMost(ANSWER)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> obeyed.contains(order));
    }

    /** What was told about a point so far. */
    public List<Sign> signs(News news, Point point) {
        return signs.stream()
                .filter(sign -> sign.news() == news && sign.point() == point)
                .toList();
    }

    /** Waits until so many were told about a point, since the start of the process. */
    public List<Sign> awaitSigns(News news, Point point, int count, Duration atMost) {
        await(count + " × " + news + " " + point + " in " + name)
                .atMost(atMost)
                .pollInterval(Duration.ofMillis(5))
                .until(() -> signs(news, point).size() >= count);
        return signs(news, point);
    }

    public void kill() {
        process.destroyForcibly();
        awaitEnd(ANSWER);
    }

    /** All its threads stand still, in the kernel's hands. */
    public void freeze() {
        signal("STOP");
    }

    public void thaw() {
        signal("CONT");
    }

    /** Asks it to stop, as a planned stop does. */
    public void terminate() {
        signal("TERM");
    }

    private void signal(String signal) {
        try {
            Process kill = new ProcessBuilder("kill", "-" + signal, Long.toString(process.pid())).start();
            if (!kill.waitFor(ANSWER.toSeconds(), TimeUnit.SECONDS) || kill.exitValue() != 0) {
                throw new IllegalStateException("kill -" + signal + " of " + name + " failed");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public void awaitEnd(Duration atMost) {
        await(name + " ends").atMost(atMost).pollInterval(Duration.ofMillis(5)).until(() -> !process.isAlive());
    }

    /** At once, frozen or not: the kernel ends what stands still too. */
    @Override
    public void close() {
        if (process.isAlive()) {
            kill();
        }
    }
}
