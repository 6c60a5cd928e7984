package io.renderyard.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.PictureFormat.Jpeg;
import io.renderyard.kernel.render.PictureFormat.Packing;
import io.renderyard.kernel.render.PictureFormat.Png;
import io.renderyard.kernel.render.PictureFormat.Still;
import io.renderyard.kernel.render.PictureFormat.Webp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EncoderTest {
    private static final Png COMPACT = new Png(new Packing.Compact(), null);

    @TempDir
    Path folder;

    private Encoder encoder;
    private Decoder decoder;

    @BeforeEach
    void open() {
        encoder = new Encoder(Samples.avif(folder), 1_000_000);
        decoder = new Decoder(Samples.avif(folder));
    }

    @Test
    void losslessFormatsKeepEveryVisiblePixel() throws Exception {
        for (Still format : new Still[] {new Png(), COMPACT, new Webp(60, true)}) {
            for (BufferedImage image : new BufferedImage[] {
                Samples.gradient(70, 50, false),
                Samples.gradient(70, 50, true),
                Samples.noise(70, 50),
                Samples.halves(70, 50, 0xFF123456, 0x80FF0000),
                Samples.halves(1, 1, 0xFFFFFFFF, 0xFF808080)
            }) {
                BufferedImage back = decoder.decode(encoder.encode(image, format), Samples.LIMITS);
                assertThat(visible(back)).as("%s", format).isEqualTo(visible(image));
            }
        }
    }

    private static int[] visible(BufferedImage image) {
        return Arrays.stream(Samples.pixels(image))
                .map(p -> p >>> 24 == 0 ? 0 : p)
                .toArray();
    }

    @Test
    void theJdkReadsOurPngToo() throws Exception {
        for (Still format : new Still[] {new Png(), COMPACT, new Png(new Packing.Palette(5), 96)}) {
            byte[] png = encoder.encode(Samples.gradient(70, 50, true), format);
            BufferedImage theirs = ImageIO.read(new ByteArrayInputStream(png));
            assertThat(Samples.distance(theirs, decoder.decode(png, Samples.LIMITS)))
                    .isZero();
        }
    }

    @Test
    void lossyFormatsComeClose() throws Exception {
        BufferedImage image = Samples.gradient(96, 64, false);
        for (Still format : new Still[] {new Jpeg(90), new Jpeg(70), new Webp(90)}) {
            byte[] bytes = encoder.encode(image, format);
            assertThat(Samples.distance(decoder.decode(bytes, Samples.LIMITS), image))
                    .as("%s", format)
                    .isBetween(1, 14);
        }
        byte[] alpha = encoder.encode(Samples.halves(32, 32, 0x80FF0000, 0xFF0000FF), new Webp(90));
        assertThat(decoder.decode(alpha, Samples.LIMITS).getRGB(4, 4) >>> 24).isEqualTo(0x80);
    }

    @Test
    void transparencyIsLaidOnTheFillColourOfJpeg() throws Exception {
        BufferedImage half = Samples.halves(32, 32, 0x80FF0000, 0x00FF00FF);
        BufferedImage premultiplied = new BufferedImage(32, 32, BufferedImage.TYPE_INT_ARGB_PRE);
        premultiplied.getGraphics().drawImage(half, 0, 0, null);
        for (BufferedImage image : new BufferedImage[] {half, premultiplied}) {
            byte[] jpeg = encoder.encode(image, new Jpeg(95, new Colour(0x0000FF), null));
            BufferedImage back = decoder.decode(jpeg, Samples.LIMITS);
            near(back.getRGB(8, 8), 0x80007F);
            near(back.getRGB(24, 8), 0x0000FF);
        }
    }

    private static void near(int pixel, int expected) {
        for (int shift = 0; shift < 24; shift += 8) {
            assertThat(pixel >> shift & 0xFF).isCloseTo(expected >> shift & 0xFF, Offset.offset(6));
        }
    }

    @Test
    void highQualityJpegKeepsColoursSharp() throws Exception {
        BufferedImage stripes = Rasters.blank(32, 32, true);
        for (int i = 0; i < 32 * 32; i++) {
            stripes.setRGB(i % 32, i / 32, i % 2 == 0 ? 0xFF0000 : 0x0000FF);
        }
        BufferedImage sharp = decoder.decode(encoder.encode(stripes, new Jpeg(95)), Samples.LIMITS);
        BufferedImage soft = decoder.decode(encoder.encode(stripes, new Jpeg(80)), Samples.LIMITS);
        assertThat(sharp.getRGB(8, 8) >> 16 & 0xFF).isGreaterThan(240);
        assertThat(soft.getRGB(8, 8) >> 16 & 0xFF).isLessThan(220);
    }

    @Test
    void aPaletteHasAtMostSoManyColoursAndKeepsFlatOnesExact() throws Exception {
        BufferedImage image = Samples.gradient(200, 100, true);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 200; x++) {
                image.setRGB(x, y, 0xFF13579B);
            }
        }
        for (int colours : new int[] {2, 3, 4, 5, 16, 17, 200, 256}) {
            byte[] png = encoder.encode(image, new Png(new Packing.Palette(colours), null));
            BufferedImage back = decoder.decode(png, Samples.LIMITS);
            assertThat(Arrays.stream(Samples.pixels(back)).distinct().count()).isBetween(2L, (long) colours);
            assertThat(back.getRGB(7, 7)).isEqualTo(0xFF13579B);
        }
        byte[] full = encoder.encode(image, new Png(new Packing.Palette(256), null));
        assertThat(meanDistance(decoder.decode(full, Samples.LIMITS), image)).isLessThan(6);
    }

    private static double meanDistance(BufferedImage one, BufferedImage other) {
        int[] a = Samples.pixels(one);
        int[] b = Samples.pixels(other);
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            for (int c = 0; c < 4; c++) {
                sum += Math.abs(ColourHistogram.channel(ColourHistogram.premultiplied(a[i]), c)
                        - ColourHistogram.channel(ColourHistogram.premultiplied(b[i]), c));
            }
        }
        return sum / a.length / 4;
    }

    @Test
    void fewColoursArePackedWithoutLoss() throws Exception {
        BufferedImage image = Samples.halves(100, 100, 0x00000000, 0xFF345678);
        byte[] png = encoder.encode(image, new Png(new Packing.Palette(2), null));
        assertThat(Samples.distance(decoder.decode(png, Samples.LIMITS), image)).isZero();
        assertThat(png).hasSizeLessThan(200);
    }

    @Test
    void ditheringKeepsTheMeanOfAGradient() throws Exception {
        BufferedImage grey = Rasters.blank(256, 64, true);
        for (int i = 0; i < 256 * 64; i++) {
            grey.setRGB(i % 256, i / 256, i % 256 * 0x010101);
        }
        byte[] png = encoder.encode(grey, new Png(new Packing.Palette(4), null));
        BufferedImage back = decoder.decode(png, Samples.LIMITS);
        for (int x = 16; x < 224; x += 16) {
            double sum = 0;
            for (int i = 0; i < 16 * 64; i++) {
                sum += back.getRGB(x + i % 16, i / 16) & 0xFF;
            }
            assertThat(sum / (16 * 64)).isBetween(x + 7.5 - 12, x + 7.5 + 12);
        }
    }

    @Test
    void compactIsSmallerThanFast() throws Exception {
        for (BufferedImage image : List.of(
                Samples.gradient(400, 300, false),
                Samples.gradient(400, 300, true),
                Samples.halves(400, 300, 0xFF000000, 0xFFFFFFFF))) {
            assertThat(encoder.encode(image, COMPACT).length)
                    .isLessThan(encoder.encode(image, new Png()).length * 9 / 10);
        }
    }

    @Test
    void theSamePictureGivesTheSameBytes() throws Exception {
        BufferedImage image = Samples.gradient(120, 80, true);
        for (Still format : formats()) {
            assertThat(encoder.encode(image, format)).as("%s", format).isEqualTo(encoder.encode(image, format));
        }
    }

    @Test
    void manyThreadsMayEncodeAtOnce() throws Exception {
        BufferedImage image = Samples.gradient(120, 80, true);
        try (ExecutorService threads = Executors.newFixedThreadPool(8)) {
            for (Still format : formats()) {
                byte[] alone = encoder.encode(image, format);
                Callable<byte[]> work = () -> {
                    decoder.decode(alone, Samples.LIMITS);
                    return encoder.encode(image, format);
                };
                for (Future<byte[]> result :
                        threads.invokeAll(Stream.generate(() -> work).limit(24).toList())) {
                    assertThat(result.get()).isEqualTo(alone);
                }
            }
        }
    }

    private static List<Still> formats() {
        return List.of(
                new Png(),
                COMPACT,
                new Png(new Packing.Palette(16), 150),
                new Jpeg(80),
                new Jpeg(95, Colour.WHITE, 300),
                new Webp(80),
                new Webp(80, true));
    }

    @Test
    void aFormatThatCannotHoldThePictureSaysSo() {
        BufferedImage wide = Rasters.blank(16_384, 2, true);
        assertThatThrownBy(() -> encoder.encode(wide, new Webp(80)))
                .isInstanceOf(PictureException.class)
                .hasMessage("WebP holds at most 16383 pixels on a side, the picture has 16384 x 2: choose PNG.");
        BufferedImage wider = Rasters.blank(65_501, 1, true);
        assertThatThrownBy(() -> encoder.encode(wider, new Jpeg(80)))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("65500");
    }
}
