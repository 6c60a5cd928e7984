package io.renderyard.bench.fake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class StampTest {
    private static final Stamp STAMP = new Stamp("0192f0c1-7c1e-7b3a-8a11-0a5b6c7d8e9f", 3);

    @Test
    void aStampedPictureIsOneBlackPixel() throws IOException {
        BufferedImage picture = ImageIO.read(new ByteArrayInputStream(STAMP.picture()));

        assertThat(picture.getWidth()).isEqualTo(1);
        assertThat(picture.getHeight()).isEqualTo(1);
        assertThat(picture.getRGB(0, 0)).isEqualTo(0xff000000);
    }

    @Test
    void aStampIsReadBack() {
        assertThat(Stamp.read(STAMP.picture())).isEqualTo(STAMP);
    }

    @Test
    void aTornPictureHasNoStamp() {
        byte[] whole = STAMP.picture();

        for (int length = 0; length < whole.length; length++) {
            byte[] torn = Arrays.copyOf(whole, length);
            assertThatIllegalArgumentException().as("%d bytes", length).isThrownBy(() -> Stamp.read(torn));
        }
    }

    @Test
    void aPictureWithAChangedByteHasNoStamp() {
        byte[] whole = STAMP.picture();

        for (int at = 0; at < whole.length; at++) {
            byte[] changed = whole.clone();
            changed[at] ^= 1;
            assertThatIllegalArgumentException().as("byte %d", at).isThrownBy(() -> Stamp.read(changed));
        }
    }
}
