package io.renderyard.imaging.gif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.imaging.gif.UnsuitableFramesException.Reason;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.util.List;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class UnsuitableFramesTest {
    @Test
    void noFramesAreRefused() {
        refused(new Clip(List.of(), 100), Reason.NO_FRAMES, "at least one frame");
    }

    @Test
    void framesOfSeveralSizesAreRefusedBeforeAnythingIsWritten() {
        Clip clip = Clip.of(100, Clip.plain(4, 4, 0xFF000000), Clip.plain(4, 5, 0xFF000000));
        refused(clip, Reason.SIZES_DIFFER, "Frame 1 is 4 x 5 pixels, but the first is 4 x 4");
    }

    @Test
    void aSideThatDoesNotFitIntoSixteenBitsIsRefused() {
        Clip clip = Clip.of(100, new BufferedImage(65_536, 1, BufferedImage.TYPE_BYTE_GRAY));
        refused(clip, Reason.TOO_LARGE, "65536 x 1 pixels");
    }

    @Test
    void optionsOutsideTheirRangeAreRefused() {
        assertThatThrownBy(() -> new GifOptions(1, Dither.NONE, 0)).hasMessageContaining("2 to 256");
        assertThatThrownBy(() -> new GifOptions(257, Dither.NONE, 0)).hasMessageContaining("257");
        assertThatThrownBy(() -> new GifOptions(256, Dither.NONE, -1)).hasMessageContaining("-1");
        assertThatThrownBy(() -> new GifOptions(256, Dither.NONE, 65_537)).hasMessageContaining("65537");
    }

    private static void refused(Clip clip, Reason reason, String part) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        GifEncoder encoder = new GifEncoder(new GifOptions(256, Dither.NONE, 0));
        assertThatThrownBy(() -> encoder.encode(clip, out, GifProgress.SILENT))
                .hasMessageContaining(part)
                .asInstanceOf(InstanceOfAssertFactories.type(UnsuitableFramesException.class))
                .extracting(UnsuitableFramesException::reason)
                .isEqualTo(reason);
        assertThat(out.size()).isZero();
    }
}
