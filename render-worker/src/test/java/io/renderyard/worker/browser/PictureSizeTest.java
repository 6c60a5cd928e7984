package io.renderyard.worker.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.HexFormat;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PictureSizeTest {
    private static byte[] encoded(String format) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(ImageIO.write(new BufferedImage(301, 7, BufferedImage.TYPE_INT_RGB), format, out))
                .isTrue();
        return out.toByteArray();
    }

    private static byte[] webp(String fromTwelve) {
        return HexFormat.of().parseHex("524946460000000057454250" + fromTwelve + "000000000000");
    }

    @Test
    void aPngSaysItsSize() throws IOException {
        assertThat(PictureSize.ofPng(encoded("png"))).isEqualTo(new PictureSize(301, 7));
    }

    @Test
    void aJpegSaysItsSize() throws IOException {
        assertThat(PictureSize.ofJpeg(encoded("jpeg"))).isEqualTo(new PictureSize(301, 7));
    }

    @Test
    void aLossyWebpSaysItsSizeWithoutItsScaleBits() {
        assertThat(PictureSize.ofWebp(webp("56503820" + "00000000" + "000000" + "9d012a" + "2d41" + "0780")))
                .isEqualTo(new PictureSize(301, 7));
    }

    @Test
    void aLosslessWebpSaysItsSize() {
        assertThat(PictureSize.ofWebp(webp("5650384c" + "00000000" + "2f" + "2c810100")))
                .isEqualTo(new PictureSize(301, 7));
    }

    @Test
    void anExtendedWebpSaysItsSize() {
        assertThat(PictureSize.ofWebp(webp("56503858" + "0a000000" + "00000000" + "2c0100" + "060000")))
                .isEqualTo(new PictureSize(301, 7));
    }

    @Test
    void anythingElseIsRefused() {
        byte[] other = new byte[64];
        assertThatIllegalArgumentException().isThrownBy(() -> PictureSize.ofPng(other));
        assertThatIllegalArgumentException().isThrownBy(() -> PictureSize.ofJpeg(other));
        assertThatIllegalArgumentException().isThrownBy(() -> PictureSize.ofWebp(other));
    }
}
