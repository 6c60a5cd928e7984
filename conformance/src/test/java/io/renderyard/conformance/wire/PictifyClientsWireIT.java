package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.walls.Checkout;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The requests of the official clients, one after the other; contract pictify.md, section 16. */
@ExtendWith(OneYard.class)
class PictifyClientsWireIT {
    private static final Path SCRIPT = Path.of("conformance", "clients", "pictify-clients.py");
    private static final String MOVING = "<!doctype html><style>b{display:block;width:9px;height:9px;background:red;"
            + "animation:a 1s infinite}@keyframes a{to{transform:translateX(40px)}}</style><b></b>";

    private final PictifyClient pictify;

    PictifyClientsWireIT(PictifyClient pictify) {
        this.pictify = pictify;
    }

    @Test
    void everyClientGetsWhatItNeeds(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        boolean ended;
        Process script;
        try (Site site = new Site(MOVING)) {
            script = new ProcessBuilder(
                            Checkout.root().resolve(SCRIPT).toString(), pictify.base(), pictify.key(), site.url("/"))
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile())
                    .start();
            ended = script.waitFor(4, TimeUnit.MINUTES);
            script.destroyForcibly();
        }

        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(script.exitValue()).as(said).isZero();
        assertThat(said)
                .contains("ok      Python ", "ok      Python /v1", "ok      MCP", "ok      n8n", "ok      any")
                .doesNotContain("NOT OK");
    }
}
