package io.renderyard.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.imaging.PictureException.Reason;
import io.renderyard.kernel.render.PictureFormat.Jpeg;
import io.renderyard.kernel.render.PictureFormat.Packing;
import io.renderyard.kernel.render.PictureFormat.Png;
import io.renderyard.kernel.render.PictureFormat.Still;
import io.renderyard.kernel.render.PictureFormat.Webp;
import java.awt.image.BufferedImage;
import java.awt.image.Raster;
import java.awt.image.WritableRaster;
import java.io.ByteArrayOutputStream;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.MemoryCacheImageOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DecoderTest {
    private static final int MUTATIONS = 1_500;

    @TempDir
    Path folder;

    private Decoder decoder;
    private Encoder encoder;

    @BeforeEach
    void open() {
        decoder = new Decoder(Samples.avif(folder));
        encoder = new Encoder(Samples.avif(folder), 1_000_000);
    }

    @Test
    void readsEveryKindOfPngAsTheJdkDoes() throws Exception {
        for (int type : new int[] {
            BufferedImage.TYPE_INT_RGB,
            BufferedImage.TYPE_4BYTE_ABGR,
            BufferedImage.TYPE_BYTE_BINARY,
            BufferedImage.TYPE_BYTE_INDEXED
        }) {
            for (boolean interlaced : new boolean[] {false, true}) {
                BufferedImage image = new BufferedImage(37, 23, type);
                image.getGraphics().drawImage(Samples.gradient(37, 23, true), 0, 0, null);
                BufferedImage read = decoder.decode(jdkPng(image, interlaced), Samples.LIMITS);
                assertThat(Samples.distance(read, image)).as("type %d", type).isZero();
            }
        }
    }

    @Test
    void greyAndSixteenBitPngKeepTheirValues() throws Exception {
        BufferedImage grey = new BufferedImage(256, 2, BufferedImage.TYPE_BYTE_GRAY);
        BufferedImage deep = new BufferedImage(256, 2, BufferedImage.TYPE_USHORT_GRAY);
        for (int x = 0; x < 256; x++) {
            grey.getRaster().setSample(x, 1, 0, x);
            deep.getRaster().setSample(x, 1, 0, x * 257);
        }
        for (BufferedImage image : new BufferedImage[] {grey, deep}) {
            BufferedImage read = decoder.decode(jdkPng(image, false), Samples.LIMITS);
            for (int x = 0; x < 256; x++) {
                assertThat(read.getRGB(x, 1)).isEqualTo(0xFF000000 | x * 0x010101);
            }
        }
    }

    private static byte[] jdkPng(BufferedImage image, boolean interlaced) throws Exception {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("png").next();
        ImageWriteParam param = writer.getDefaultWriteParam();
        param.setProgressiveMode(interlaced ? ImageWriteParam.MODE_DEFAULT : ImageWriteParam.MODE_DISABLED);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (MemoryCacheImageOutputStream to = new MemoryCacheImageOutputStream(out)) {
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, null), param);
        }
        writer.dispose();
        return out.toByteArray();
    }

    @Test
    void greyJpegIsAsDarkAsItWas() throws Exception {
        BufferedImage grey = new BufferedImage(16, 16, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 256; i++) {
            grey.getRaster().setSample(i % 16, i / 16, 0, 70);
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(grey, "jpeg", out);
        assertThat(decoder.decode(out.toByteArray(), Samples.LIMITS).getRGB(8, 8) & 0xFF)
                .isBetween(68, 72);
    }

    @Test
    void jpegInPrintersInksIsRead() throws Exception {
        WritableRaster inks = Raster.createInterleavedRaster(0, 16, 16, 4, null);
        for (int i = 0; i < 256; i++) {
            inks.setPixel(i % 16, i / 16, new int[] {0, 200, 200, 0});
        }
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        writer.setOutput(new ForwardOutput(out));
        writer.write(new IIOImage(inks, null, null));
        writer.dispose();
        int red = decoder.decode(out.toByteArray(), Samples.LIMITS).getRGB(8, 8);
        assertThat(red >> 16 & 0xFF).isGreaterThan(245);
        assertThat(red >> 8 & 0xFF).isBetween(45, 65);
        assertThat(red & 0xFF).isBetween(45, 65);

        byte[] adobe = Build.segment(0xEE, Build.join(Build.ascii("Adobe"), Build.bytes(0, 100, 0, 0, 0, 0, 0)));
        byte[] plain = out.toByteArray();
        byte[] inverted = Build.join(Build.bytes(0xFF, 0xD8), adobe, Arrays.copyOfRange(plain, 2, plain.length));
        assertThat(decoder.decode(inverted, Samples.LIMITS).getRGB(8, 8) & 0xFFFFFF)
                .as("the same values as remaining paper, of which black leaves none")
                .isLessThanOrEqualTo(0x030303);
    }

    @Test
    void ofAMovingPictureTheFirstFrameIsShownOnItsCanvas() throws Exception {
        byte[] red = encoder.encode(Samples.halves(8, 8, 0xFFFF0000, 0xFFFF0000), new Webp(90, true));
        byte[] blue = encoder.encode(Samples.halves(8, 8, 0xFF0000FF, 0xFF0000FF), new Webp(90, true));
        byte[] moving = Build.webp(Build.vp8x(2, 8, 8), Build.anmf(8, 8, tail(red)), Build.anmf(8, 8, tail(blue)));
        assertThat(decoder.decode(moving, Samples.LIMITS).getRGB(3, 3)).isEqualTo(0xFFFF0000);

        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(Samples.halves(8, 8, 0xFFFF0000, 0xFFFF0000), "gif", gif);
        byte[] larger = gif.toByteArray();
        larger[6] = 20;
        larger[8] = 10;
        BufferedImage canvas = decoder.decode(larger, Samples.LIMITS);
        assertThat(canvas.getWidth()).isEqualTo(20);
        assertThat(canvas.getHeight()).isEqualTo(10);
        assertThat(canvas.getRGB(3, 3)).isEqualTo(0xFFFF0000);
        assertThat(canvas.getRGB(15, 3) >>> 24).isZero();
    }

    private static byte[] tail(byte[] webp) {
        return Arrays.copyOfRange(webp, 12, webp.length);
    }

    @Test
    void limitsAreNamedInTheRefusal() throws Exception {
        byte[] png = encoder.encode(Samples.noise(100, 60), new Png());
        assertThatThrownBy(() -> decoder.decode(png, new DecodeLimits(99, 1_000_000, 1_000_000)))
                .hasMessage(
                        "The picture is 100 x 60 pixels; at most 99 on a side and 1000000 altogether are accepted.");
        assertThatThrownBy(() -> decoder.decode(png, new DecodeLimits(100, 5_999, 1_000_000)))
                .isInstanceOf(PictureException.class);
        assertThatThrownBy(() -> decoder.decode(png, new DecodeLimits(100, 6_000, 5)))
                .hasMessageContaining("the limit is 5");
        assertThat(decoder.decode(png, new DecodeLimits(100, 6_000, png.length)))
                .isNotNull();
    }

    @Test
    void damagedPicturesAreRefusedOrReadAndNeverFailOtherwise() throws Exception {
        Random random = new Random(11);
        ByteArrayOutputStream gif = new ByteArrayOutputStream();
        ImageIO.write(Samples.noise(24, 24), "gif", gif);
        byte[][] pictures = {
            gif.toByteArray(),
            jdkPng(Samples.gradient(24, 24, true), true),
            encoded(new Png()),
            encoded(new Png(new Packing.Palette(7), null)),
            encoded(new Jpeg(70)),
            encoded(new Webp(70)),
            encoded(new Webp(70, true))
        };
        int refused = 0;
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] bytes = pictures[i % pictures.length].clone();
            for (int n = random.nextInt(6); n >= 0; n--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] cut = random.nextInt(4) == 0 ? Arrays.copyOf(bytes, random.nextInt(bytes.length)) : bytes;
            try {
                assertThat(decoder.decode(cut, Samples.LIMITS)).isNotNull();
            } catch (PictureException expected) {
                assertThat(expected.reason()).isNotEqualTo(Reason.TOOL);
                refused++;
            }
        }
        assertThat(refused).isBetween(MUTATIONS / 10, MUTATIONS);
    }

    private byte[] encoded(Still format) throws PictureException {
        return encoder.encode(Samples.gradient(24, 24, true), format);
    }
}
