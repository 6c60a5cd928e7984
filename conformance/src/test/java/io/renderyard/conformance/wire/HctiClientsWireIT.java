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

/** The requests of the official clients, one after the other; contract, section 12. */
@ExtendWith(OneYard.class)
class HctiClientsWireIT {
    private static final Path SCRIPT = Path.of("conformance", "clients", "hcti-clients.sh");

    private final HctiClient hcti;

    HctiClientsWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    @Test
    void everyClientGetsWhatItNeeds(@TempDir Path folder) throws Exception {
        Path output = folder.resolve("output");
        Process script = new ProcessBuilder(
                        Checkout.root().resolve(SCRIPT).toString(), hcti.base(), hcti.id(), hcti.key())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = script.waitFor(2, TimeUnit.MINUTES);
        script.destroyForcibly();

        String said = Files.readString(output, StandardCharsets.UTF_8);
        assertThat(ended).as(said).isTrue();
        assertThat(script.exitValue()).as(said).isZero();
        assertThat(said).contains("ok      GitHub").doesNotContain("NOT OK");
    }
}
