package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.cell.Limits;
import io.renderyard.worker.installed.NodePackages;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Renderer;
import io.renderyard.worker.rendering.Rendering;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/** Real fleets, and how tests look at them. */
final class Fleets {
    static final Duration ENOUGH = Duration.ofSeconds(20);

    private Fleets() {}

    static BrowserFleet of(int slots, Path runFolder, Map<String, Integer> hosts) {
        return of(slots, runFolder, hosts, Limits.USUAL, Recycling.USUAL, bare());
    }

    static BrowserFleet of(int slots, Path runFolder, Map<String, Integer> hosts, Extras extras) {
        return of(slots, runFolder, hosts, Limits.USUAL, Recycling.USUAL, extras);
    }

    static BrowserFleet of(int slots, Path runFolder, Map<String, Integer> hosts, Limits limits, Recycling recycling) {
        return of(slots, runFolder, hosts, limits, recycling, bare());
    }

    private static BrowserFleet of(
            int slots, Path runFolder, Map<String, Integer> hosts, Limits limits, Recycling recycling, Extras extras) {
        Chrome chrome = Chrome.find();
        BrowserSettings settings = new BrowserSettings(
                slots, chrome.browser(), chrome.driver(), BrowserSettings.DEFAULT_USER, runFolder, limits, recycling);
        return of(settings, port -> new FakeGate(hosts, port), extras);
    }

    /** One browser, started by a script of the test's. */
    static BrowserFleet of(Path browser, Path runFolder, Map<String, Integer> hosts) {
        BrowserSettings settings = UsualBrowsers.settings(1, browser, runFolder);
        return of(settings, port -> new FakeGate(hosts, port), bare());
    }

    private static BrowserFleet of(BrowserSettings settings, EgressGate.Opener gates, Extras extras) {
        BrowserFleet fleet = new BrowserFleet(settings, gates, extras);
        awaitReady(fleet, settings.slots(), ENOUGH);
        return fleet;
    }

    /** A machine with nothing but the browser. */
    static Extras bare() {
        return new Extras(Path.of("/nonexistent"), new NodePackages(Path.of("/nonexistent")));
    }

    static void awaitReady(BrowserFleet fleet, int slots, Duration atMost) {
        Awaitility.await("browsers ready")
                .atMost(atMost)
                .until(() -> fleet.browsers().stream().filter(Browser::isAlive).count() == slots);
    }

    static Pixels pixels(Renderer fleet, RenderSpec spec) throws Exception {
        Picture picture = picture(fleet, spec);
        Pixels pixels = Pixels.of(picture);
        if (pixels.width() != picture.extent().width()
                || pixels.height() != picture.extent().height()) {
            throw new AssertionError("said " + picture.extent().width() + "x"
                    + picture.extent().height() + ", is " + pixels.width() + "x" + pixels.height());
        }
        return pixels;
    }

    static Rendering draw(Renderer fleet, RenderSpec spec) throws RenderException, InterruptedException {
        return draw(fleet, spec, ENOUGH);
    }

    static Rendering draw(Renderer fleet, RenderSpec spec, Duration atMost)
            throws RenderException, InterruptedException {
        return fleet.draw(spec, atMost, (done, of) -> {});
    }

    static Picture picture(Renderer fleet, RenderSpec spec) throws Exception {
        return picture(draw(fleet, spec));
    }

    static Picture picture(Rendering rendering) {
        return ((Exposure.Finished) rendering.exposure()).picture();
    }

    static Failure failure(Renderer fleet, RenderSpec spec, Duration atMost) {
        return catchThrowableOfType(RenderException.class, () -> draw(fleet, spec, atMost))
                .failure();
    }

    /** Processes whose command line speaks of the folder, or that descend from one that does. */
    static List<Long> processesOf(Path folder) {
        return ProcessHandle.allProcesses()
                .filter(one -> commandLine(one.pid()).contains(folder.toString()))
                .flatMap(one -> Stream.concat(Stream.of(one), one.descendants()))
                .map(ProcessHandle::pid)
                .filter(pid -> pid != ProcessHandle.current().pid())
                .distinct()
                .toList();
    }

    static List<ProcessHandle> renderers(Browser browser) {
        return processes(browser, "--type=renderer");
    }

    static List<ProcessHandle> processes(Browser browser, String word) {
        return browser.process()
                .descendants()
                .filter(one -> commandLine(one.pid()).contains(word))
                .toList();
    }

    static void signal(String name, List<ProcessHandle> processes) throws Exception {
        List<String> command = new ArrayList<>(List.of("kill", "-" + name));
        processes.forEach(one -> command.add(Long.toString(one.pid())));
        int code = new ProcessBuilder(command).start().waitFor();
        if (code != 0) {
            throw new AssertionError("kill -" + name + " ended with " + code);
        }
    }

    static ProcessHandle mainProcess(Browser browser) {
        return browser.process()
                .descendants()
                .filter(one -> {
                    String line = commandLine(one.pid());
                    return line.contains("--remote-debugging-port") && !line.contains("--type=");
                })
                .findFirst()
                .orElseThrow();
    }

    static String commandLine(long pid) {
        return read(Path.of("/proc/" + pid + "/cmdline")).replace('\0', ' ');
    }

    static String status(long pid, String field) {
        return read(Path.of("/proc/" + pid + "/status"))
                .lines()
                .filter(line -> line.startsWith(field + ":"))
                .map(line -> line.substring(field.length() + 1).strip())
                .findFirst()
                .orElseThrow();
    }

    /** Empty when the process is gone. */
    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            return "";
        }
    }

    /** A test of what only root can give to browsers does not pass by not running where nobody is root. */
    static void assertOwn(String kind, Browser browser) {
        assertThat(namespace(kind, browser.process().pid()))
                .withFailMessage(
                        "Browsers share this machine's namespace \"%s\". Run the tests as root with the capabilities"
                                + " SYS_ADMIN and NET_ADMIN, and with iproute2 installed.",
                        kind)
                .isNotEqualTo(namespace(kind, ProcessHandle.current().pid()));
    }

    static String namespace(String kind, long pid) {
        return link(Path.of("/proc/" + pid + "/ns/" + kind));
    }

    static String link(Path link) {
        try {
            return Files.readSymbolicLink(link).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
