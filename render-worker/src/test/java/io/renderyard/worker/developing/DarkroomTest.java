package io.renderyard.worker.developing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.renderyard.imaging.AvifTool;
import io.renderyard.imaging.DecodeLimits;
import io.renderyard.imaging.Decoder;
import io.renderyard.imaging.PictureHeader;
import io.renderyard.imaging.PictureType;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.PictureFormat.Motion;
import io.renderyard.kernel.render.PictureFormat.Packing;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Spool;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DarkroomTest {
    @TempDir
    Path folder;

    private Darkroom darkroom;

    @BeforeEach
    void open() {
        darkroom = Darkroom.in(folder);
    }

    static List<PictureFormat.Still> everyStill() {
        return List.of(
                new PictureFormat.Png(new Packing.Compact(), 300),
                new PictureFormat.Png(new Packing.Palette(16), null),
                new PictureFormat.Png(),
                new PictureFormat.Jpeg(90, Colour.WHITE, 96),
                new PictureFormat.Webp(80, true),
                new PictureFormat.Webp(80),
                new PictureFormat.Avif(80, 10));
    }

    @ParameterizedTest
    @MethodSource("everyStill")
    void aPlateIsPrintedInEveryFormat(PictureFormat.Still format) throws Exception {
        Picture picture = darkroom.develop(new Exposure.Plate(png(square(Color.RED))), format);

        BufferedImage drawn = decoded(picture);
        assertThat(picture.extent()).isEqualTo(new Extent.Still(40, 30));
        assertThat(drawn.getWidth()).isEqualTo(40);
        assertThat(new Color(drawn.getRGB(20, 15)).getRed()).isCloseTo(255, within(6));
        assertThat(new Color(drawn.getRGB(20, 15)).getBlue()).isLessThan(8);
    }

    @ParameterizedTest
    @MethodSource("everyStill")
    void aCanvasIsBroughtToItsFormatAndSize(PictureFormat.Still format) throws Exception {
        for (String given : List.of("png", "jpeg")) {
            byte[] painted = encoded(square(Color.RED), given);

            Picture same = darkroom.develop(new Exposure.Canvas(painted, new Extent.Still(40, 30)), format);
            Picture smaller = darkroom.develop(new Exposure.Canvas(painted, new Extent.Still(20, 15)), format);
            Picture own = darkroom.develop(new Exposure.Canvas(painted, null), format);

            assertThat(same.extent()).isEqualTo(new Extent.Still(40, 30));
            assertThat(own.extent()).isEqualTo(new Extent.Still(40, 30));
            assertThat(smaller.extent()).isEqualTo(new Extent.Still(20, 15));
            assertThat(decoded(smaller).getWidth()).isEqualTo(20);
            assertThat(new Color(decoded(same).getRGB(20, 15)).getRed()).isCloseTo(255, within(8));
            assertThat(PictureHeader.read(bytes(same)).type())
                    .isEqualTo(PictureHeader.read(bytes(darkroom.develop(new Exposure.Plate(painted), format)))
                            .type());
        }
    }

    /** Nothing is stretched: what does not fit is cut off on both sides. */
    @Test
    void aCanvasOfAnotherRatioIsCutToCoverItsSize() throws Exception {
        BufferedImage striped = new BufferedImage(60, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = striped.createGraphics();
        graphics.setColor(Color.RED);
        graphics.fillRect(0, 0, 15, 30);
        graphics.setColor(Color.BLUE);
        graphics.fillRect(15, 0, 30, 30);
        graphics.setColor(Color.RED);
        graphics.fillRect(45, 0, 15, 30);
        graphics.dispose();

        Picture picture = darkroom.develop(
                new Exposure.Canvas(encoded(striped, "png"), new Extent.Still(20, 20)), new PictureFormat.Png());

        BufferedImage drawn = decoded(picture);
        assertThat(new Color(drawn.getRGB(0, 10))).isEqualTo(Color.BLUE);
        assertThat(new Color(drawn.getRGB(19, 10))).isEqualTo(Color.BLUE);
    }

    @Test
    void aPaintedPngThatFitsIsCopiedWithoutWhatElseWasInIt() throws Exception {
        byte[] painted = encoded(square(Color.RED), "png");

        Picture picture =
                darkroom.develop(new Exposure.Canvas(painted, new Extent.Still(40, 30)), new PictureFormat.Png());

        assertThat(bytes(picture)).isEqualTo(painted);
    }

    @Test
    void aPaintedPictureThatCannotBeReadIsTheProvidersFailure() {
        byte[] painted = encoded(square(Color.RED), "png");
        byte[] cut = Arrays.copyOf(painted, painted.length - 20);
        byte[] wide = painted.clone();
        wide[17] = 1; // of the declared width

        for (byte[] bad : List.of(cut, wide, new byte[] {1, 2, 3})) {
            assertThatThrownBy(() -> darkroom.develop(new Exposure.Canvas(bad, null), new PictureFormat.Png()))
                    .isInstanceOfSatisfying(
                            RenderException.class,
                            e -> assertThat(e.failure().code()).isEqualTo(FailureCode.MODEL_FAILED));
        }
    }

    private static byte[] encoded(BufferedImage image, String format) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, format, out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    @Test
    void whatChromeWroteOnlyGetsItsResolution() throws Exception {
        byte[] png = png(square(Color.RED));
        Picture drawn = new Picture(png, new PictureFormat.Png(new Packing.Fast(), 300), new Extent.Still(40, 30));
        Picture plain = new Picture(png, new PictureFormat.Png(), new Extent.Still(40, 30));

        assertThat(new String(bytes(darkroom.develop(new Exposure.Finished(drawn), drawn.format())), "ISO-8859-1"))
                .contains("pHYs");
        assertThat(darkroom.develop(new Exposure.Finished(plain), plain.format()))
                .isSameAs(plain);
    }

    @Test
    void tilesBecomeOnePicture() throws Exception {
        try (Spool spool = Spool.in(folder)) {
            List<List<Path>> rows = List.of(
                    List.of(spool.add(png(square(Color.RED))), spool.add(png(square(Color.GREEN)))),
                    List.of(spool.add(png(square(Color.BLUE))), spool.add(png(square(Color.BLACK)))));

            Picture picture = darkroom.develop(new Exposure.Mosaic(rows, 80, 60, spool), new PictureFormat.Png());

            BufferedImage drawn = decoded(picture);
            assertThat(picture.extent()).isEqualTo(new Extent.Still(80, 60));
            assertThat(drawn.getRGB(60, 10)).isEqualTo(Color.GREEN.getRGB());
            assertThat(drawn.getRGB(10, 45)).isEqualTo(Color.BLUE.getRGB());
        }
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void framesBecomeAMovingPicture() throws Exception {
        try (Spool spool = Spool.in(folder)) {
            List<Path> frames = new ArrayList<>();
            for (Color colour : List.of(Color.RED, Color.GREEN, Color.BLUE)) {
                frames.add(spool.add(png(square(colour))));
            }
            List<Duration> delays = List.of(Duration.ofMillis(100), Duration.ofMillis(200), Duration.ofMillis(40));
            PictureFormat gif = new PictureFormat.Gif(10, null, Duration.ofSeconds(5), Motion.AUTO, 256, 0);

            Picture picture = darkroom.develop(new Exposure.Film(frames, delays, spool), gif);

            assertThat(picture.extent()).isEqualTo(new Extent.Moving(40, 30, 3, Duration.ofMillis(340)));
            ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
            reader.setInput(ImageIO.createImageInputStream(new ByteArrayInputStream(bytes(picture))));
            assertThat(reader.getNumImages(true)).isEqualTo(3);
            assertThat(reader.read(1).getRGB(20, 15)).isEqualTo(Color.GREEN.getRGB());
        }
        assertThat(folder).isEmptyDirectory();
    }

    private BufferedImage decoded(Picture picture) throws Exception {
        byte[] bytes = bytes(picture);
        PictureType type = PictureHeader.read(bytes).type();
        assertThat(type.name().toLowerCase(java.util.Locale.ROOT))
                .isEqualTo(picture.format().extension());
        return new Decoder(new AvifTool(folder, Duration.ofMinutes(1)))
                .decode(bytes, new DecodeLimits(100, 10_000, 100_000));
    }

    private static byte[] bytes(Picture picture) throws Exception {
        try (InputStream bytes = picture.content().open()) {
            return bytes.readAllBytes();
        }
    }

    private static BufferedImage square(Color colour) {
        BufferedImage image = new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(colour);
        pen.fillRect(0, 0, 40, 30);
        pen.dispose();
        return image;
    }

    private static byte[] png(BufferedImage image) throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }
}
