package io.renderyard.conformance.walls;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BuildFilesTest {
    @ParameterizedTest
    @CsvSource({
        "kernel, common/kernel",
        "expression, common/expression",
        "handlebars, common/handlebars",
        "preview, common/preview",
        "dialect, common/dialect",
        "egress, common/egress",
        "models, common/models",
        "storage, common/storage",
        "process, common/process",
        "db, db",
        "gateway, api-gateway",
        "worker, render-worker",
        "dispatcher, webhook-dispatcher",
        "standalone, standalone",
    })
    void theBuildFileKeepsToTheTable(String module, String folder) throws Exception {
        assertThat(BuildFiles.breaches(module, Checkout.root().resolve(folder).resolve("pom.xml")))
                .isEmpty();
    }

    @Test
    void aWorkerThatAsksForTheDialectIsReported(@TempDir Path folder) throws Exception {
        Path planted = Files.writeString(folder.resolve("pom.xml"), """
                <project><dependencies>
                  <dependency><groupId>io.renderyard</groupId><artifactId>renderyard-dialect</artifactId></dependency>
                  <dependency><groupId>io.renderyard</groupId><artifactId>renderyard-kernel</artifactId></dependency>
                </dependencies></project>
                """);

        assertThat(BuildFiles.breaches("worker", planted)).containsExactly("worker -> dialect");
    }
}
