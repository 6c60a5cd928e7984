package io.renderyard.conformance.fault.child;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.slf4j.MDC;

/**
 * Holds threads at points and says so. Commanded by lines on standard input ({@code HOLD point}, {@code WATCH point},
 * {@code GO point}, {@code STORE fault}); answers in lines on standard output that begin with {@link Protocol#MARK}. When the input ends, the
 * test is gone, and so are we.
 */
final class TestSignals {
    private final PrintStream out;
    private final Map<Point, CountDownLatch> gates = new ConcurrentHashMap<>();
    private final FaultyStore.State store = new FaultyStore.State();
    private static final CountDownLatch OPEN = new CountDownLatch(0);

    TestSignals(PrintStream out) {
        this.out = out;
    }

    void obey(InputStream commands) {
        Thread.ofPlatform().daemon().name("test-signals").start(() -> {
            try (BufferedReader lines = new BufferedReader(new InputStreamReader(commands, StandardCharsets.UTF_8))) {
                for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                    obey(line);
                }
            } catch (IOException gone) {
                // As if the input had ended.
            }
            Runtime.getRuntime().halt(1);
        });
    }

    /** What stands before every store of this process. */
    FaultyStore.State store() {
        return store;
    }

    private void obey(String line) {
        switch (Protocol.Order.parse(line)) {
            case Protocol.AtPoint order -> obey(order);
            case Protocol.AtStore order -> store.set(order.fault());
        }
        say(Protocol.News.OBEYED, line);
    }

    private void obey(Protocol.AtPoint order) {
        CountDownLatch before = switch (order.verb()) {
            case HOLD -> gates.put(order.point(), new CountDownLatch(1));
            case WATCH -> gates.put(order.point(), OPEN);
            case GO -> gates.remove(order.point());
        };
        if (before != null) {
            before.countDown();
        }
    }

    /** @throws InterruptedException when the thread was interrupted while it was held */
    void pass(Point point) throws InterruptedException {
        CountDownLatch gate = gates.get(point);
        if (gate == null) {
            return;
        }
        tell(Protocol.News.REACHED, point);
        try {
            gate.await();
        } catch (InterruptedException e) {
            tell(Protocol.News.INTERRUPTED, point);
            throw e;
        }
    }

    private void tell(Protocol.News news, Point point) {
        say(news, point + " " + MDC.get("job") + " " + MDC.get("attempt"));
    }

    void say(Protocol.News news, String what) {
        out.println(Protocol.MARK + news + " " + what);
        out.flush();
    }
}
