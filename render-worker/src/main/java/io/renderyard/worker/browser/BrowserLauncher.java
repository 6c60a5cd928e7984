package io.renderyard.worker.browser;

import io.renderyard.egress.ListeningPort;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevToolsException;
import java.io.IOException;
import java.net.Proxy;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.ConnectionPool;
import okhttp3.OkHttpClient;
import okhttp3.Request;

/** Starts browsers, one at a time or several at once. */
final class BrowserLauncher implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);

    private static final Duration POOLED = Duration.ofSeconds(5);

    private final BrowserSettings settings;
    private final EgressGate.Opener gates;
    private final Warden warden;
    private final PipeTrial pipes = new PipeTrial();
    private final ProcessLedger ledger;
    private final AtomicInteger names = new AtomicInteger();

    /** Browsers die with the thread that forked them, so this one lives as long as the fleet. */
    private final ExecutorService forks = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("browser-launcher").factory());

    private final OkHttpClient sockets = new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .readTimeout(Duration.ZERO)
            .connectTimeout(START)
            .addInterceptor(chain -> chain.proceed(uncompressed(chain.request())))
            .build();

    BrowserLauncher(BrowserSettings settings, EgressGate.Opener gates, ProcessLedger ledger) {
        this.settings = settings;
        this.gates = gates;
        this.ledger = ledger;
        this.warden = Warden.of(settings);
    }

    boolean needsWatching() {
        return warden.needsWatching();
    }

    /** Pictures are compressed already; deflating megabytes of base64 would only cost time on both sides. */
    private static Request uncompressed(Request request) {
        return request.newBuilder().removeHeader("Sec-WebSocket-Extensions").build();
    }

    /**
     * A browser that is ready to draw. If we die half-way the kernel ends what was started.
     *
     * @throws BrowserStartException when it does not come up; nothing of it is left then
     */
    Browser launch() throws BrowserStartException, InterruptedException {
        return pipes.launch(this::launch);
    }

    private Browser launch(boolean piped) throws BrowserStartException, InterruptedException {
        Deque<Runnable> undo = new ArrayDeque<>();
        try {
            return launch(piped, undo, Deadline.in(START));
        } catch (BrowserStartException | InterruptedException e) {
            undo.forEach(Runnable::run);
            throw e;
        } catch (DevToolsException | IOException | ExecutionException | RuntimeException e) {
            undo.forEach(Runnable::run);
            throw new BrowserStartException("Chrome does not start: " + e.getMessage(), e);
        }
    }

    /** @param undo is told how to take back each step, the last one first */
    private Browser launch(boolean piped, Deque<Runnable> undo, Deadline deadline)
            throws BrowserStartException, DevToolsException, InterruptedException, IOException, ExecutionException {
        Cell cell = warden.cell("browser-" + names.incrementAndGet(), settings, piped);
        undo.push(cell::forget);
        int port = warden.freePort();
        ProcessHandle process =
                forks.submit(() -> DriverProcess.start(cell, port)).get().toHandle();
        ledger.start();
        undo.push(() -> end(cell, process));
        Loopback loopback = warden.loopbackOf(process, deadline);
        undo.push(loopback::close);
        ServerSocket forTheGate = loopback.listen();
        EgressGate gate = gates.open(new ListeningPort(forTheGate));
        undo.push(gate::close);
        // All drivers have the same address, each on its own loopback; a shared pool would mix up their connections.
        OkHttpClient client = sockets.newBuilder()
                .socketFactory(new LoopbackSockets(loopback))
                .connectionPool(new ConnectionPool(1, POOLED.toSeconds(), TimeUnit.SECONDS))
                .build();
        DriverProcess driver = new DriverProcess(client, process, port);
        return driver.browser(new Quarters(cell, process, loopback, gate), ledger, deadline);
    }

    private void end(Cell cell, ProcessHandle process) {
        if (cell.end(process)) {
            ledger.reap();
        }
    }

    /** Ends the forking thread, and with it, by the kernel's hand, every browser that is still there. */
    @Override
    public void close() {
        forks.shutdownNow();
        sockets.dispatcher().executorService().shutdown();
    }
}
