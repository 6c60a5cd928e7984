package io.renderyard.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.artifact.ArtifactKey;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AttemptTest {
    private static final Attempt ATTEMPT =
            new Attempt(new JobId(UUID.fromString("01930000-0000-7000-8000-0000000a2b4f")), 12);

    @Test
    void aKeyTellsItsAttempt() {
        assertThat(ATTEMPT.artifactKey("png").path()).isEqualTo("b4f/01930000-0000-7000-8000-0000000a2b4f-12.png");
        assertThat(Attempt.of(ATTEMPT.artifactKey("png"))).contains(ATTEMPT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "notes.md",
                "b4f/notes.md",
                "00f/01930000-0000-7000-8000-0000000a2b4f-12.png",
                "b4f/01930000-0000-7000-8000-0000000a2b4f-0.png",
                "b4f/01930000-0000-7000-8000-0000000a2b4f.png",
                "b4f/01930000-0000-7000-8000-0000000a2b4f-99999999999.png",
                "x/b4f/01930000-0000-7000-8000-0000000a2b4f-12.png"
            })
    void aKeyThatNoAttemptMakesIsNobodys(String path) {
        assertThat(Attempt.of(new ArtifactKey(path))).isEmpty();
    }
}
