package io.renderyard.worker.browser;

import java.io.IOException;
import java.io.OutputStream;
import java.net.Proxy;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.openqa.selenium.WebDriverException;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.http.ClientConfig;

/** Starts browsers, one at a time or several at once. */
final class BrowserLauncher implements AutoCloseable {
    private static final Duration START = Duration.ofSeconds(20);

    /** For the first answer of a browser that already runs. */
    private static final Duration FIRST_WORD = Duration.ofSeconds(10);

    /** Warns that Selenium's own DevTools client does not know this Chrome; we bring our own. Kept, or it is forgotten. */
    private static final Logger SELENIUM_DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        SELENIUM_DEVTOOLS.setLevel(Level.SEVERE);
    }

    private final BrowserSettings settings;
    private final Supplier<? extends EgressGate> gates;
    private final Warden warden;
    private final PipeTrial pipes = new PipeTrial();
    private final AtomicInteger started = new AtomicInteger();

    /** Browsers die with the thread that forked them, so this one lives as long as the fleet. */
    private final ExecutorService forks = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("browser-launcher").factory());

    private final OkHttpClient sockets = new OkHttpClient.Builder()
            .proxy(Proxy.NO_PROXY)
            .readTimeout(Duration.ZERO)
            .connectTimeout(START)
            .addInterceptor(chain -> chain.proceed(uncompressed(chain.request())))
            .build();

    BrowserLauncher(BrowserSettings settings, Supplier<? extends EgressGate> gates) {
        this.settings = settings;
        this.gates = gates;
        this.warden = Warden.of(settings);
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
        EgressGate gate = gates.get();
        try {
            return launch(gate, piped);
        } catch (BrowserStartException | InterruptedException | RuntimeException e) {
            gate.close();
            throw e;
        }
    }

    private Browser launch(EgressGate gate, boolean piped) throws BrowserStartException, InterruptedException {
        Warden.Cell cell;
        try {
            cell = warden.cell("browser-" + started.incrementAndGet(), settings, piped);
        } catch (IOException e) {
            throw new BrowserStartException("The browser's folder in " + settings.runFolder() + " cannot be made.", e);
        }
        ChromeDriverService service = service(cell);
        try {
            ProcessHandle process = fork(service, cell);
            try {
                return connect(cell, process, service, gate);
            } catch (DevToolsException | WebDriverException | IOException e) {
                Browser.killTree(process);
                throw new BrowserStartException("Chrome does not start: " + e.getMessage(), e);
            } catch (InterruptedException | RuntimeException e) {
                Browser.killTree(process);
                throw e;
            }
        } catch (BrowserStartException | InterruptedException | RuntimeException e) {
            service.stop();
            forget(cell);
            throw e;
        }
    }

    private static ChromeDriverService service(Warden.Cell cell) {
        return new ChromeDriverService.Builder()
                .usingDriverExecutable(cell.driver().file().toFile())
                .usingAnyFreePort()
                .withSilent(true)
                .withLogOutput(OutputStream.nullOutputStream())
                .withTimeout(START)
                .build();
    }

    private ProcessHandle fork(ChromeDriverService service, Warden.Cell cell)
            throws BrowserStartException, InterruptedException {
        try {
            forks.submit(() -> {
                        service.start();
                        return null;
                    })
                    .get();
            long pid = Long.parseLong(Files.readString(cell.driver().pid()).strip());
            return ProcessHandle.of(pid)
                    .orElseThrow(() -> new BrowserStartException("chromedriver ended at once.", null));
        } catch (ExecutionException | IOException | NumberFormatException e) {
            throw new BrowserStartException("chromedriver does not start: " + e.getMessage(), e);
        }
    }

    private Browser connect(Warden.Cell cell, ProcessHandle process, ChromeDriverService service, EgressGate gate)
            throws DevToolsException, InterruptedException, IOException {
        Deadline deadline = Deadline.in(START);
        ChromeDriver driver = new ChromeDriver(
                service, options(cell, gate), ClientConfig.defaultConfig().readTimeout(START));
        if (!(driver.getCapabilities().getCapability("se:cdp") instanceof String address)) {
            throw new DevToolsException.Gone("the driver names no DevTools address");
        }
        DevTools tools = DevTools.over(
                cell.pipe() == null
                        ? new SocketWire(sockets, address)
                        : cell.pipe().connect());
        tools.call(
                "Browser.setDownloadBehavior", DevTools.params().put("behavior", "deny"), deadline.within(FIRST_WORD));
        String version = tools.call("Browser.getVersion", DevTools.params(), deadline)
                .part("result")
                .path("product")
                .asString("");
        Tab tab = Tab.open(tools, null, deadline);
        return new Browser(cell, version, process, service, driver, tools, gate, tab);
    }

    /** Both paths are given, so Selenium never looks for, reports or downloads anything. */
    private ChromeOptions options(Warden.Cell cell, EgressGate gate) {
        ChromeOptions options = new ChromeOptions();
        options.setBinary(cell.browser().toFile());
        options.addArguments(ChromeFlags.all(gate.port(), cell.home().resolve("profile")));
        options.setExperimentalOption("excludeSwitches", List.copyOf(ChromeFlags.NOT_FROM_THE_DRIVER));
        return options;
    }

    private static void forget(Warden.Cell cell) {
        try {
            if (cell.pipe() != null) {
                cell.pipe().close();
            }
            FolderTree.delete(cell.folder());
        } catch (IOException e) {
            // The next start's sweep removes it.
        }
    }

    /** Ends the forking thread, and with it, by the kernel's hand, every browser that is still there. */
    @Override
    public void close() {
        forks.shutdownNow();
        sockets.dispatcher().executorService().shutdown();
        sockets.connectionPool().evictAll();
    }
}
