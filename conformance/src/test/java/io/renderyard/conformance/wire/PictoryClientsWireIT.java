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

/** The documented clients, one after the other; contract pictory.md, acceptance checks 11 and 12. */
@ExtendWith(OneYard.class)
class PictoryClientsWireIT {
    private static final Path SCRIPT = Path.of("conformance", "clients", "pictory-clients.sh");

    private final PictoryClient pictory;

    PictoryClientsWireIT(PictoryClient pictory) {
        this.pictory = pictory;
    }

    @Test
    void everyClientGetsWhatItNeeds(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        Process script = new ProcessBuilder(
                        Checkout.root().resolve(SCRIPT).toString(),
                        pictory.base() + "/pictoryapis",
                        pictory.key(),
                        pictory.clientId(),
                        pictory.clientSecret())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = script.waitFor(4, TimeUnit.MINUTES);
        script.destroyForcibly();

        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(script.exitValue()).as(said).isZero();
        assertThat(said)
                .contains("ok      documented", "ok      token", "ok      Python")
                .doesNotContain("NOT OK");
    }
}
