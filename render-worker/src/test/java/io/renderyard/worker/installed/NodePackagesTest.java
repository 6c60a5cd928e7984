package io.renderyard.worker.installed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NodePackagesTest {
    @TempDir
    Path folder;

    @Test
    void readsAFileOfAPackage() throws IOException {
        Files.createDirectories(folder.resolve("@a/b/dist"));
        Files.writeString(folder.resolve("@a/b/dist/c.js"), "text");

        assertThat(new NodePackages(folder).read("@a/b", "dist/c.js", "Testing"))
                .isEqualTo("text");
    }

    @Test
    void saysWhatIsMissingAndHowToGetIt() {
        assertThatThrownBy(() -> new NodePackages(folder).read("@a/b", "dist/c.js", "Testing"))
                .isInstanceOf(NotInstalledException.class)
                .hasMessageStartingWith("Testing needs")
                .hasMessageContainingAll("@a/b", "dist/c.js", folder.toString(), "./yard");
    }
}
