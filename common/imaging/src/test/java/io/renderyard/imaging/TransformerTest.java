package io.renderyard.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.renderyard.imaging.crop.Axis;
import io.renderyard.imaging.crop.Crop;
import io.renderyard.imaging.crop.Length;
import io.renderyard.imaging.crop.Role;
import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.PictureFormat.Jpeg;
import io.renderyard.kernel.render.PictureFormat.Packing;
import io.renderyard.kernel.render.PictureFormat.Png;
import io.renderyard.kernel.render.PictureFormat.Still;
import io.renderyard.kernel.render.PictureFormat.Webp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TransformerTest {
    private static final double MILLIMETRES_PER_INCH = 25.4;

    @TempDir
    Path folder;

    private Encoder encoder;
    private Decoder decoder;
    private Transformer transformer;

    @BeforeEach
    void open() {
        encoder = new Encoder(Samples.avif(folder), 4_000_000);
        decoder = new Decoder(Samples.avif(folder));
        transformer = new Transformer(Samples.avif(folder), Samples.LIMITS);
    }

    /** A stored picture of the wanted format is else handed on as it is. */
    @Test
    void whatIsWrittenAnewHasNothingOfTheFileButItsPixels() throws Exception {
        byte[] plain = encoder.encode(Samples.gradient(60, 40, false), new Jpeg(90));
        byte[] told = Build.join(
                Arrays.copyOf(plain, 2),
                Build.segment(0xFE, Build.ascii("a secret")),
                Arrays.copyOfRange(plain, 2, plain.length));
        assertThat(transformer.apply(told, Transform.NONE, new Jpeg(90))).isEqualTo(told);

        byte[] anew = transformer.rewrite(told, Transform.NONE, new Jpeg(90));

        assertThat(new String(anew, StandardCharsets.ISO_8859_1)).doesNotContain("a secret");
        assertThat(Samples.distance(decoder.decode(anew, Samples.LIMITS), decoder.decode(plain, Samples.LIMITS)))
                .isLessThan(12);
    }

    @ParameterizedTest
    @CsvSource({
        ",,600,400",
        "300,,300,200",
        ",100,150,100",
        "300,300,300,300",
        "5000,,5000,3333",
        "1,,1,1",
        "1200,10,1200,10"
    })
    void resizesToWhatIsAskedAndKeepsTheAspectOfOneSide(
            @Nullable Integer width, @Nullable Integer height, int wide, int high) throws Exception {
        DecodeLimits limits = new DecodeLimits(8_000, 64_000_000, 20_000_000);
        byte[] stored = encoder.encode(Samples.gradient(600, 400, false), new Png());
        byte[] result = new Transformer(Samples.avif(folder), limits)
                .apply(stored, new Transform(null, width, height), new Webp(40));
        PictureHeader header = PictureHeader.read(result);
        assertThat(header.width()).isEqualTo(wide);
        assertThat(header.height()).isEqualTo(high);
    }

    @Test
    void cropsBeforeItResizes() throws Exception {
        byte[] stored = encoder.encode(Samples.halves(600, 400, 0xFFFF0000, 0xFF0000FF), new Png());
        Transform third = new Transform(x(new Length.Percent(33), new Length.Percent(66)), 99, null);
        BufferedImage image = decoder.decode(transformer.apply(stored, third, new Png()), Samples.LIMITS);
        assertThat(image.getWidth()).isEqualTo(99);
        assertThat(image.getHeight()).isEqualTo(200);
        assertThat(image.getRGB(10, 100)).isEqualTo(0xFFFF0000);
        assertThat(image.getRGB(90, 100)).isEqualTo(0xFF0000FF);
    }

    private static Crop x(Length start, Length end) {
        return new Crop(new Axis(start, end, null, null), Axis.WHOLE, null);
    }

    @Test
    void anyFormatBecomesAnyOther() throws Exception {
        BufferedImage image = Samples.gradient(90, 60, false);
        Still[] formats = {new Png(), new Jpeg(95), new Webp(95), new Png(new Packing.Compact(), null)};
        for (Still from : formats) {
            byte[] stored = encoder.encode(image, from);
            for (Still to : formats) {
                byte[] result = transformer.apply(stored, Transform.NONE, to);
                assertThat(PictureHeader.read(result).type().name()).isEqualToIgnoringCase(to.extension());
                assertThat(Samples.distance(decoder.decode(result, Samples.LIMITS), image))
                        .isLessThan(20);
            }
        }
    }

    @Test
    void whatIsStoredAlreadyIsNotWrittenAgain() throws Exception {
        BufferedImage image = Samples.noise(40, 30);
        for (Still format : new Still[] {new Png(), new Jpeg(30), new Webp(30)}) {
            byte[] stored = encoder.encode(image, format);
            assertThat(transformer.apply(stored, Transform.NONE, format)).isSameAs(stored);
            assertThat(transformer.apply(stored, new Transform(null, 40, 30), format))
                    .isSameAs(stored);
            assertThat(transformer.apply(
                            stored, new Transform(x(new Length.Pixels(0), new Length.Percent(100)), 40, null), format))
                    .isSameAs(stored);
        }
        byte[] headerOnly = Build.png(Build.ihdr(40, 30, 8, 2, 0));
        assertThat(transformer.apply(headerOnly, Transform.NONE, new Png())).isSameAs(headerOnly);
    }

    @Test
    void aNewResolutionLeavesThePixelsAlone() throws Exception {
        BufferedImage image = Samples.noise(40, 30);
        byte[] png = encoder.encode(image, new Png(new Packing.Fast(), 72));
        byte[] png300 = transformer.apply(png, Transform.NONE, new Png(new Packing.Fast(), 300));
        assertThat(dpi(png)).isEqualTo(72);
        assertThat(dpi(png300)).isEqualTo(300);
        assertThat(png300).hasSameSizeAs(png);
        assertThat(dpi(transformer.apply(
                        encoder.encode(image, new Png()), Transform.NONE, new Png(new Packing.Fast(), 96))))
                .isEqualTo(96);

        byte[] jpeg = encoder.encode(image, new Jpeg(80));
        byte[] jpeg300 = transformer.apply(jpeg, Transform.NONE, new Jpeg(10, Colour.WHITE, 300));
        assertThat(dpi(jpeg300)).isEqualTo(300);
        assertThat(Arrays.copyOfRange(jpeg300, 20, jpeg300.length))
                .isEqualTo(Arrays.copyOfRange(jpeg, 20, jpeg.length));
        byte[] bare = Build.join(Arrays.copyOf(jpeg, 2), Arrays.copyOfRange(jpeg, 20, jpeg.length));
        byte[] marked = transformer.apply(bare, Transform.NONE, new Jpeg(10, Colour.WHITE, 150));
        assertThat(dpi(marked)).isEqualTo(150);
        assertThat(Samples.distance(decoder.decode(marked, Samples.LIMITS), decoder.decode(jpeg, Samples.LIMITS)))
                .isZero();
        assertThat(dpi(encoder.encode(image, new Jpeg(80, Colour.WHITE, 200)))).isEqualTo(200);
    }

    /** As the JDK's readers understand it. */
    private static long dpi(byte[] picture) throws Exception {
        ImageReader reader = ImageIO.getImageReaders(ImageIO.createImageInputStream(new ByteArrayInputStream(picture)))
                .next();
        reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(picture)));
        IIOMetadataNode tree = (IIOMetadataNode) reader.getImageMetadata(0).getAsTree("javax_imageio_1.0");
        IIOMetadataNode size = (IIOMetadataNode)
                tree.getElementsByTagName("HorizontalPixelSize").item(0);
        return Math.round(MILLIMETRES_PER_INCH / Double.parseDouble(size.getAttribute("value")));
    }

    @Test
    void noColourShinesThroughFromWhatIsTransparent() throws Exception {
        byte[] stored = encoder.encode(Samples.halves(400, 400, 0xFFFFFFFF, 0x0000FF00), new Png());
        for (int width : new int[] {30, 150, 300, 700}) {
            BufferedImage image = decoder.decode(
                    transformer.apply(stored, new Transform(null, width, width), new Png()), Samples.LIMITS);
            for (int pixel : Samples.pixels(image)) {
                if (pixel >>> 24 > 8) {
                    assertThat(pixel >> 16 & 0xFF)
                            .as("at width %d, %x", width, pixel)
                            .isGreaterThan(220);
                }
            }
        }
    }

    @Test
    void aSmallPictureOfALargeOneIsItsMean() throws Exception {
        BufferedImage stripes = Rasters.blank(1_000, 1_000, true);
        for (int i = 0; i < 1_000_000; i++) {
            stripes.setRGB(i % 1_000, i / 1_000, i % 2 == 0 ? 0xFFFFFF : 0);
        }
        byte[] stored = encoder.encode(stripes, new Png());
        BufferedImage small =
                decoder.decode(transformer.apply(stored, new Transform(null, 50, null), new Png()), Samples.LIMITS);
        assertThat(Arrays.stream(Samples.pixels(small)).map(p -> p & 0xFF).distinct())
                .allSatisfy(grey -> assertThat(grey).isBetween(120, 135));
    }

    @Test
    void aPartOfAHugePictureNeedsOnlyItsOwnMemory() throws Exception {
        byte[] stored = Build.png(Build.ihdr(20_000, 8_000, 1, 0, 0), Build.chunk("IDAT", Build.zeros(8_000L * 2_501)));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        Crop part = new Crop(
                new Axis(new Length.Pixels(19_000), null, null, null),
                new Axis(new Length.Pixels(-500), null, null, null),
                null);
        long before = threads.getCurrentThreadAllocatedBytes();
        byte[] result = transformer.apply(stored, new Transform(part, 500, null), new Png());
        byte[] thumbnail = transformer.apply(stored, new Transform(null, 200, null), new Png());
        byte[] all = transformer.apply(stored, Transform.NONE, new Png(new Packing.Compact(), null));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(16 << 20);
        assertThat(PictureHeader.read(all)).isEqualTo(new PictureHeader(PictureType.PNG, 20_000, 8_000, 1));
        assertThat(PictureHeader.read(result)).isEqualTo(new PictureHeader(PictureType.PNG, 500, 250, 1));
        assertThat(PictureHeader.read(thumbnail)).isEqualTo(new PictureHeader(PictureType.PNG, 200, 80, 1));
    }

    @Test
    void whatDoesNotFitIsRefusedByName() throws Exception {
        byte[] stored = encoder.encode(Samples.noise(40, 30), new Png());
        assertThatThrownBy(() -> transformer.apply(
                        stored, new Transform(x(new Length.Pixels(40), new Length.Pixels(50)), null, null), new Png()))
                .isInstanceOfSatisfying(
                        CropRefusedException.class,
                        refused -> assertThat(refused.refusal().role()).isEqualTo(Role.X_START));
        for (int side : new int[] {0, -1, 5_001}) {
            assertThatThrownBy(() -> transformer.apply(stored, new Transform(null, side, null), new Png()))
                    .isInstanceOfSatisfying(
                            PictureException.class,
                            refused -> assertThat(refused.reason()).isEqualTo(PictureException.Reason.TRANSFORM));
        }
        byte[] line = encoder.encode(Samples.noise(1, 3_000), new Png());
        assertThatThrownBy(() -> transformer.apply(line, new Transform(null, 5_000, null), new Png()))
                .isInstanceOfSatisfying(
                        PictureException.class,
                        refused -> assertThat(refused.reason()).isEqualTo(PictureException.Reason.TOO_LARGE));
    }
}
