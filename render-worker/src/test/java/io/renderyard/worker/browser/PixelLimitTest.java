package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.worker.rendering.RenderException;
import org.junit.jupiter.api.Test;

class PixelLimitTest {
    private static final PictureFormat PNG = new PictureFormat.Png();

    @Test
    void theLargestPictureIsAllowed() throws RenderException {
        PixelLimit.check(8192, 100, 2, PNG);
        PixelLimit.check(10_000, 10_000, 1, PNG);
    }

    @Test
    void oneMorePixelIsTooMuch() {
        assertTooLarge(16_385, 1, 1, PNG);
        assertTooLarge(1, 8193, 2, PNG);
        assertTooLarge(10_001, 10_000, 1, PNG);
        assertTooLarge(16_384, 1, 1, new PictureFormat.Webp(80));
    }

    private static void assertTooLarge(double width, double height, double scale, PictureFormat format) {
        assertThatThrownBy(() -> PixelLimit.check(width, height, scale, format))
                .isInstanceOfSatisfying(
                        RenderException.class,
                        e -> assertThat(e.failure().code()).isEqualTo(FailureCode.PICTURE_TOO_LARGE));
    }
}
