package io.renderyard.kernel.job;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import java.util.List;
import org.junit.jupiter.api.Test;

class LaneTest {
    private static final RenderSpec CARD = drawn(1_200, 630);
    private static final RenderSpec POSTER = drawn(5_000, 5_000);

    @Test
    void itemsStandBehindPeople() {
        assertThat(Lane.of(CARD, Variables.NONE)).isEqualTo(Lane.INTERACTIVE);
        assertThat(Lane.ofItems(List.of(CARD, CARD))).isEqualTo(Lane.BATCH);
    }

    @Test
    void oneHeavyBaseTakesTheOthersWithIt() {
        assertThat(Lane.ofItems(List.of(CARD, POSTER))).isEqualTo(Lane.HEAVY);
        assertThat(Lane.ofItems(List.of(POSTER, CARD))).isEqualTo(Lane.HEAVY);
    }

    private static RenderSpec drawn(int width, int height) {
        return RenderSpec.plain(new Source.Html("x"), new Viewport(width, height, 1), new PictureFormat.Png());
    }
}
