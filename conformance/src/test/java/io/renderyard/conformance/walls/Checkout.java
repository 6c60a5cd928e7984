package io.renderyard.conformance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/** The folder that this build was checked out into, and the files in it that are or would be committed. */
public final class Checkout {
    private static final Set<String> NEVER_COMMITTED = Set.of("target", ".git", ".yard", ".idea", "node_modules");

    private Checkout() {}

    /** The outermost folder on the way up that still has a build file. */
    public static Path root() {
        Path root = Path.of("").toAbsolutePath();
        while (root.getParent() != null && Files.exists(root.resolveSibling("pom.xml"))) {
            root = root.getParent();
        }
        assertThat(root.resolve("common/kernel")).as("the root of the checkout").isDirectory();
        return root;
    }

    /** Relative to the root; asked from git where it answers, else all but what builds leave behind. */
    static List<Path> files() throws IOException, InterruptedException {
        Path root = root();
        List<Path> listed = listedByGit(root);
        return (listed.isEmpty() ? walked(root) : listed)
                .stream()
                        .filter(path -> Files.isRegularFile(root.resolve(path)))
                        .toList();
    }

    static List<Path> walked(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return all.filter(Files::isRegularFile)
                    .map(root::relativize)
                    .filter(Checkout::mayBeCommitted)
                    .toList();
        }
    }

    private static boolean mayBeCommitted(Path path) {
        return StreamSupport.stream(path.spliterator(), false)
                .noneMatch(segment -> NEVER_COMMITTED.contains(segment.toString()));
    }

    /** Empty when there is no git, or when it does not know this folder. */
    private static List<Path> listedByGit(Path root) throws IOException, InterruptedException {
        Path answer = Files.createTempFile("renderyard-files", ".txt");
        try {
            Process git = new ProcessBuilder("git", "ls-files", "-z", "--cached", "--others", "--exclude-standard")
                    .directory(root.toFile())
                    .redirectOutput(answer.toFile())
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            if (!git.waitFor(30, TimeUnit.SECONDS) || git.exitValue() != 0) {
                git.destroyForcibly();
                return List.of();
            }
            return Stream.of(Files.readString(answer, StandardCharsets.UTF_8).split("\0"))
                    .filter(name -> !name.isEmpty())
                    .map(Path::of)
                    .toList();
        } catch (IOException e) {
            return List.of();
        } finally {
            Files.delete(answer);
        }
    }
}
