package io.renderyard.conformance.fault.farm;

import io.renderyard.conformance.fault.child.ChildProcess;
import io.renderyard.conformance.fault.child.Kind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** How the processes of a farm are started: small, quick, with the classes of a first start shared among all. */
final class Jvm {
    private static final Path FOLDER = Path.of("target/fault").toAbsolutePath();
    private static final int TRAINING_SECONDS = 180;
    private static final List<String> SMALL =
            List.of("-Xmx160m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "--enable-native-access=ALL-UNNAMED");

    private static final Jvm INSTANCE = new Jvm();

    private final String classPath;
    private final Path archive = FOLDER.resolve("classes.jsa");
    private boolean trained;

    private Jvm() {
        try {
            Files.createDirectories(FOLDER);
            Files.deleteIfExists(archive);
            classPath = ClassPath.packed(FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @param environment what a worker needs; it is started once, up to where it would begin to work */
    static List<String> command(Kind kind, Map<String, String> environment) {
        INSTANCE.train(environment);
        return INSTANCE.command(List.of("-XX:SharedArchiveFile=" + INSTANCE.archive, "-Xlog:cds=off"), kind);
    }

    static Path folder() {
        return FOLDER;
    }

    private synchronized void train(Map<String, String> environment) {
        if (trained) {
            return;
        }
        trained = true;
        ProcessBuilder training = new ProcessBuilder(command(
                        List.of(
                                "-XX:ArchiveClassesAtExit=" + archive,
                                "-Dspring.context.exit=onRefresh",
                                "-Xlog:cds=off"),
                        Kind.WORKER))
                .redirectErrorStream(true)
                .redirectOutput(FOLDER.resolve("training.log").toFile());
        training.environment().putAll(environment);
        Process process = Forks.start(training);
        try {
            if (!process.waitFor(TRAINING_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (!Files.exists(archive)) {
            throw new IllegalStateException("The first start failed; see " + FOLDER.resolve("training.log"));
        }
    }

    private List<String> command(List<String> sharing, Kind kind) {
        List<String> command = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL"));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(SMALL);
        command.addAll(sharing);
        command.addAll(List.of("-cp", classPath, ChildProcess.class.getName(), kind.name()));
        return command;
    }
}
