package io.renderyard.worker.browser;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** A browser and the driver that speaks to it. */
public record Chrome(Path browser, Path driver) {
    private static final List<Path> BROWSERS = Stream.of(
                    "/usr/lib/chromium/chromium-headless-shell",
                    "/usr/lib64/chromium-browser/headless_shell",
                    "/opt/chrome-headless-shell/chrome-headless-shell",
                    "/usr/local/bin/chrome-headless-shell",
                    "/usr/bin/chrome-headless-shell")
            .map(Path::of)
            .toList();
    private static final List<Path> DRIVERS = Stream.of(
                    "/usr/bin/chromedriver", "/usr/lib/chromium/chromedriver", "/usr/local/bin/chromedriver")
            .map(Path::of)
            .toList();

    /**
     * Looks in the usual places, then in {@code PATH}.
     *
     * @throws IllegalStateException when one of the two is missing; the message names the packages to install
     */
    public static Chrome find() {
        String path = System.getenv("PATH");
        List<Path> folders = path == null
                ? List.of()
                : Stream.of(path.split(File.pathSeparator)).map(Path::of).toList();
        return find(folders, Files::isExecutable);
    }

    static Chrome find(List<Path> path, Predicate<Path> executable) {
        Path browser = first(BROWSERS, path, "chrome-headless-shell", executable)
                .orElseThrow(() -> missing("headless Chrome", "chromium-headless-shell"));
        Path driver = first(DRIVERS, path, "chromedriver", executable)
                .orElseThrow(() -> missing("chromedriver", "chromium-driver"));
        return new Chrome(browser, driver);
    }

    private static Optional<Path> first(List<Path> known, List<Path> path, String name, Predicate<Path> executable) {
        return Stream.concat(known.stream(), path.stream().map(folder -> folder.resolve(name)))
                .filter(executable)
                .findFirst();
    }

    private static IllegalStateException missing(String what, String debianPackage) {
        return new IllegalStateException("No " + what + " was found on this machine. Install it (Debian and Ubuntu: "
                + "apt-get install chromium-headless-shell chromium-driver; missing here: " + debianPackage
                + ") or configure its path.");
    }
}
