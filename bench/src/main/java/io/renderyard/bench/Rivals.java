package io.renderyard.bench;

import io.renderyard.worker.browser.BrowserSettings;
import io.renderyard.worker.browser.ChromeFlags;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Installs and starts what the farm is compared with.
 *
 * @param sources the folder with the program and the versions
 * @param installed where npm puts them; kept from run to run
 */
record Rivals(Path sources, Path installed) {
    private static final long INSTALL_MINUTES = 5;
    private static final String MISSING =
            "--rivals needs Node and npm (Debian and Ubuntu: apt-get install nodejs npm).";
    private static final List<String> FILES = List.of("package.json", "rival.mjs");

    static List<Rival.Kind> kinds() {
        return List.of(
                new Rival.Kind("Puppeteer, as documented", "plain", List.of(), 1.7),
                new Rival.Kind("Puppeteer, tuned", "tuned", List.of(), 1.7),
                new Rival.Kind("Puppeteer, tuned, our flags", "tuned", ChromeFlags.freeRunning(), 1.3),
                new Rival.Kind("node-html-to-image", "library", List.of(), 8));
    }

    /** If we die half-way the next run installs again: npm repairs what it finds. */
    void install() throws BenchException, InterruptedException {
        try {
            Files.createDirectories(installed);
            for (String file : FILES) {
                Files.copy(sources.resolve(file), installed.resolve(file), StandardCopyOption.REPLACE_EXISTING);
            }
            Process npm = npm().start();
            if (!npm.waitFor(INSTALL_MINUTES, TimeUnit.MINUTES)) {
                npm.destroyForcibly();
                throw new BenchException("npm did not install the rivals within " + INSTALL_MINUTES + " minutes.");
            }
            if (npm.exitValue() != 0) {
                throw new BenchException(
                        "npm cannot install the rivals; " + installed.resolve("install.log") + " says why.");
            }
        } catch (IOException e) {
            throw new BenchException(MISSING + " " + e.getMessage(), e);
        }
    }

    /** No browser is downloaded: all of them draw with the farm's. */
    private ProcessBuilder npm() {
        List<String> words = List.of("npm", "install", "--no-audit", "--no-fund", "--no-package-lock", "--silent");
        ProcessBuilder builder = new ProcessBuilder(words)
                .directory(installed.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.to(
                        installed.resolve("install.log").toFile()));
        builder.environment().put("PUPPETEER_SKIP_DOWNLOAD", "1");
        return builder;
    }

    /** In the path of whoever started us; the unprivileged user has a shorter one. */
    private static String node() throws BenchException {
        return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(folder -> Path.of(folder, "node"))
                .filter(Files::isExecutable)
                .findFirst()
                .orElseThrow(() -> new BenchException(MISSING))
                .toString();
    }

    Rival start(Rival.Kind kind, Path binary, List<Page> pages, int lanes, Path folder)
            throws BenchException, InterruptedException {
        try {
            List<String> command =
                    new ArrayList<>(Shell.unprivileged(BrowserSettings.DEFAULT_USER, folder, List.of(node())));
            command.add(installed.resolve("rival.mjs").toString());
            return Rival.start(kind, command, binary, pages, lanes);
        } catch (IOException e) {
            throw new BenchException("The folder " + folder + " cannot be prepared: " + e.getMessage(), e);
        }
    }
}
