package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.devtools.SocketWire;
import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Level;
import java.util.logging.Logger;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.remote.HttpCommandExecutor;
import org.openqa.selenium.remote.RemoteWebDriver;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;
import tools.jackson.databind.json.JsonMapper;

/**
 * A chromedriver that was started, and the way from there to a browser that can draw.
 *
 * @param client reaches the browser's loopback
 * @param port where chromedriver listens there
 */
record DriverProcess(OkHttpClient client, ProcessHandle process, int port) {
    private static final String HOST = "127.0.0.1";
    /** For the first answer of a browser that already runs. */
    private static final Duration FIRST_WORD = Duration.ofSeconds(10);

    private static final Duration ANSWER = Duration.ofSeconds(20);
    private static final long BETWEEN_LOOKS_NANOS = TimeUnit.MILLISECONDS.toNanos(10);

    /** Warns that Selenium's own DevTools client does not know this Chrome; we bring our own. Kept, or it is forgotten. */
    private static final Logger SELENIUM_DEVTOOLS = Logger.getLogger("org.openqa.selenium.devtools");

    static {
        SELENIUM_DEVTOOLS.setLevel(Level.SEVERE);
    }

    /** Forks. What is started dies with the calling thread. */
    static Process start(Cell cell, int port) throws IOException {
        return new ProcessBuilder(cell.driver().toString(), "--port=" + port, "--silent")
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
    }

    Browser browser(Quarters quarters, ProcessLedger ledger, Deadline deadline)
            throws BrowserStartException, DevToolsException, InterruptedException, IOException {
        awaitDriver(deadline);
        RemoteWebDriver session = new RemoteWebDriver(executor(), options(quarters));
        BrowserPipe pipe = quarters.cell().pipe();
        DevTools tools =
                DevTools.over(pipe == null ? new SocketWire(client, devToolsAddress(session)) : pipe.connect());
        tools.call(
                "Browser.setDownloadBehavior", DevTools.params().put("behavior", "deny"), deadline.within(FIRST_WORD));
        String version = tools.call("Browser.getVersion", DevTools.params(), deadline)
                .part("result")
                .path("product")
                .asString("");
        // Not in the browser's own context, which writes to disk.
        Tab tab = BrowserContext.create(tools, quarters.gate().port(), deadline).openTab(deadline);
        return new Browser(quarters, session, version, tools, tab, ledger);
    }

    private void awaitDriver(Deadline deadline) throws BrowserStartException, InterruptedException {
        while (!answers()) {
            if (!process.isAlive() || deadline.nanosLeft() <= 0) {
                throw new BrowserStartException("chromedriver does not answer; does it start by hand?", null);
            }
            LockSupport.parkNanos(BETWEEN_LOOKS_NANOS);
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
        }
    }

    private boolean answers() {
        try (Response response = client.newBuilder()
                .readTimeout(ANSWER)
                .build()
                .newCall(get(port, "/status"))
                .execute()) {
            return response.isSuccessful();
        } catch (IOException notYet) {
            return false;
        }
    }

    private static Request get(int port, String path) {
        return new Request.Builder().url("http://" + HOST + ":" + port + path).build();
    }

    private HttpCommandExecutor executor() {
        String address = "http://" + HOST + ":" + port;
        HttpClient driverClient =
                new DriverClient(client.newBuilder().readTimeout(ANSWER).build(), address);
        return new HttpCommandExecutor(
                Map.of(), ClientConfig.defaultConfig().baseUri(URI.create(address)), config -> driverClient);
    }

    /** Both paths are given, so Selenium never looks for, reports or downloads anything. */
    private static ChromeOptions options(Quarters quarters) {
        Cell cell = quarters.cell();
        ChromeOptions options = new ChromeOptions();
        options.setBinary(cell.browser().toFile());
        options.addArguments(ChromeFlags.all(quarters.gate().port(), cell.home().resolve("profile")));
        options.setExperimentalOption("excludeSwitches", List.copyOf(ChromeFlags.NOT_FROM_THE_DRIVER));
        return options;
    }

    private String devToolsAddress(RemoteWebDriver session) throws BrowserStartException, IOException {
        if (!(session.getCapabilities().getCapability("goog:chromeOptions") instanceof Map<?, ?> chrome)
                || !(chrome.get("debuggerAddress") instanceof String address)) {
            throw new BrowserStartException("chromedriver names no DevTools address", null);
        }
        int tools = Integer.parseInt(address.substring(address.lastIndexOf(':') + 1));
        try (Response response = client.newCall(get(tools, "/json/version")).execute()) {
            URI named = URI.create(JsonMapper.shared()
                    .readTree(response.body().string())
                    .path("webSocketDebuggerUrl")
                    .asString());
            return "ws://" + HOST + ":" + tools + named.getPath();
        }
    }
}
