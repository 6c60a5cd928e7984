package io.renderyard.db.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.artifact.Receipt;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReceiptCodecTest {
    private static final Receipt PLAIN = new Receipt(
            "Title",
            "about:blank",
            null,
            List.of(new Receipt.Step("capture", Duration.ofMillis(20))),
            List.of("boom"),
            List.of(),
            List.of(),
            "Chrome/156",
            "fo",
            Set.of(Receipt.Flag.TILED));

    private final ReceiptCodec codec = new ReceiptCodec();

    @Test
    void aReceiptIsReadAsItWasWritten() {
        Receipt painted = PLAIN.with(
                List.of(new Receipt.Painted("bg", "fal", "flux", null, Duration.ofSeconds(3))),
                Set.of(Receipt.Flag.REFERENCE_IGNORED));

        assertThat(codec.read(codec.write(PLAIN))).isEqualTo(PLAIN);
        assertThat(codec.read(codec.write(painted))).isEqualTo(painted);
        assertThat(painted.flags()).containsExactlyInAnyOrder(Receipt.Flag.TILED, Receipt.Flag.REFERENCE_IGNORED);
    }

    @Test
    void aReceiptFromBeforeThereWerePaintingsHasNone() {
        String old = codec.write(PLAIN).replace(",\"paintings\":[]", "");

        assertThat(old).doesNotContain("paintings");
        assertThat(codec.read(old)).isEqualTo(PLAIN);
    }

    @Test
    void whatANewerWriterAddedIsPassedOver() {
        assertThat(codec.read(codec.write(PLAIN).replaceFirst("\\{", "{\"later\":{\"a\":1},")))
                .isEqualTo(PLAIN);
    }
}
