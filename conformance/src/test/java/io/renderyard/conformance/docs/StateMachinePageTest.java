package io.renderyard.conformance.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.walls.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class StateMachinePageTest {
    private static final Path PAGE = Path.of("docs/state-machine.md");

    @Test
    void thePageSaysWhatTheTransitionTableSays() throws IOException {
        Path page = Checkout.root().resolve(PAGE);
        if (Boolean.getBoolean("renderyard.write-docs")) {
            Files.createDirectories(page.getParent());
            Files.writeString(page, StateMachinePage.write());
        }

        assertThat(page)
                .as(
                        "%s is written from JobTransition; write it anew with"
                                + " mvn -pl conformance -am test -Dtest=%s -Dsurefire.failIfNoSpecifiedTests=false"
                                + " -Drenderyard.write-docs=true",
                        PAGE, StateMachinePageTest.class.getSimpleName())
                .hasContent(StateMachinePage.write());
    }
}
