package io.renderyard.worker.installed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The npm packages that tests use. */
public final class Packages {
    private static final String SETTING = "RENDERYARD_TEST_NODE_MODULES";

    private Packages() {}

    /** Those named by the environment, else those that {@code ./yard} has installed beside the sources. */
    public static NodePackages ofThisMachine() {
        return Stream.concat(
                        Optional.ofNullable(System.getenv(SETTING)).map(Path::of).stream(),
                        Stream.of(Path.of("../.yard/node/node_modules"), Path.of(".yard/node/node_modules")))
                .filter(Files::isDirectory)
                .findFirst()
                .map(NodePackages::new)
                .orElseThrow(() -> new AssertionError("The tests need npm packages: \"./yard test\" installs them"
                        + " (with npm); or name a node_modules made from deploy/yard/node with " + SETTING + "."));
    }
}
