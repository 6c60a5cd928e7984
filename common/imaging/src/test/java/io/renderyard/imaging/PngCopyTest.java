package io.renderyard.imaging;

import static io.renderyard.imaging.Build.ascii;
import static io.renderyard.imaging.Build.chunk;
import static io.renderyard.imaging.Build.ihdr;
import static io.renderyard.imaging.Build.join;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.render.PictureFormat.Packing;
import io.renderyard.kernel.render.PictureFormat.Png;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PngCopyTest {
    /** Signature and IHDR. */
    private static final int HEAD = 8 + 25;

    @TempDir
    Path folder;

    private BufferedImage image;
    private byte[] png;

    @BeforeEach
    void encode() throws PictureException {
        image = Samples.gradient(40, 30, true);
        png = new Encoder(Samples.avif(folder), 1_000_000).encode(image, new Png());
    }

    @Test
    void textsAndTimesGoAndThePixelsStay() throws Exception {
        byte[] told = with(
                png,
                chunk("tEXt", ascii("prompt\0a secret")),
                chunk("iTXt", ascii("XML:com.adobe.xmp\0\0\0\0\0a secret")),
                chunk("eXIf", ascii("MM a secret")),
                chunk("tIME", new byte[7]),
                chunk("pHYs", new byte[9]));

        byte[] copied = PngCopy.withoutMetadata(told);

        assertThat(copied).isEqualTo(png);
        assertThat(Samples.pixels(ImageIO.read(new ByteArrayInputStream(copied))))
                .isEqualTo(Samples.pixels(image));
    }

    @Test
    void whatHasNothingToLeaveOutIsNotCopied() throws PictureException {
        assertThat(PngCopy.withoutMetadata(png)).isSameAs(png);
    }

    @Test
    void coloursAndWhereThePictureComesFromStay() throws PictureException {
        byte[] told = with(
                png,
                chunk("sRGB", new byte[] {0}),
                chunk("gAMA", new byte[] {0, 0, 1, 2}),
                chunk("caBX", ascii("jumb")));

        assertThat(PngCopy.withoutMetadata(told)).isEqualTo(told);
    }

    @Test
    void aPaletteStays() throws Exception {
        byte[] small =
                new Encoder(Samples.avif(folder), 1_000_000).encode(image, new Png(new Packing.Palette(16), null));

        assertThat(PngCopy.withoutMetadata(small)).isEqualTo(small);
    }

    @Test
    void whatFollowsTheEndIsDropped() throws PictureException {
        assertThat(PngCopy.withoutMetadata(join(png, ascii("<script>")))).isEqualTo(png);
    }

    @Test
    void aWrongChecksumIsRefused() {
        for (int at : new int[] {HEAD - 1, HEAD + 20, png.length - 1}) {
            byte[] broken = png.clone();
            broken[at] ^= 1;

            assertBroken(broken, "checksum");
        }
    }

    @Test
    void whatEndsTooEarlyIsRefused() {
        for (int length = 0; length < png.length; length++) {
            byte[] cut = Arrays.copyOf(png, length);

            assertThatThrownBy(() -> PngCopy.withoutMetadata(cut)).isInstanceOf(PictureException.class);
        }
    }

    @Test
    void aLengthBeyondTheFileIsRefused() {
        byte[] long4 = png.clone();
        Arrays.fill(long4, HEAD, HEAD + 4, (byte) 0xFF);

        assertBroken(long4, "too early");
    }

    @Test
    void whatHasNoPixelsIsRefused() {
        assertBroken(Build.png(ihdr(3, 3, 8, 2, 0), chunk("IEND", new byte[0])), "without pixels");
    }

    @Test
    void aPartThatCannotBeLeftOutAndIsUnknownIsRefused() {
        assertBroken(with(png, chunk("CgBI", new byte[4])), "cannot be left out");
    }

    @Test
    void anotherFormatIsRefused() {
        assertBroken("GIF89a and more than enough".getBytes(StandardCharsets.US_ASCII), "begin as a PNG");
    }

    private static void assertBroken(byte[] picture, String why) {
        assertThatThrownBy(() -> PngCopy.withoutMetadata(picture))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining(why);
    }

    private static byte[] with(byte[] png, byte[]... chunks) {
        return join(Arrays.copyOf(png, HEAD), join(chunks), Arrays.copyOfRange(png, HEAD, png.length));
    }
}
