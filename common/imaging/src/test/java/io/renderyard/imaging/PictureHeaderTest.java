package io.renderyard.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.imaging.PictureException.Reason;
import io.renderyard.kernel.render.PictureFormat.Jpeg;
import io.renderyard.kernel.render.PictureFormat.Png;
import io.renderyard.kernel.render.PictureFormat.Still;
import io.renderyard.kernel.render.PictureFormat.Webp;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PictureHeaderTest {
    private static final int TRIALS = 20_000;

    @TempDir
    Path folder;

    @Test
    void readsTheSizeOfWhatWeWrite() throws Exception {
        Encoder encoder = new Encoder(Samples.avif(folder), 1_000_000);
        for (Still format : new Still[] {new Png(), new Jpeg(80), new Webp(80), new Webp(80, true)}) {
            for (boolean alpha : new boolean[] {true, false}) {
                byte[] bytes = encoder.encode(Samples.gradient(33, 21, alpha), format);
                PictureHeader header = PictureHeader.read(bytes);
                assertThat(header.width()).isEqualTo(33);
                assertThat(header.height()).isEqualTo(21);
                assertThat(header.frames()).isEqualTo(1);
                assertThat(header.type().name()).isEqualToIgnoringCase(format.extension());
            }
        }
    }

    @Test
    void countsTheFramesOfMovingPictures() throws Exception {
        byte[] frame = Build.frame(0, 0, 4, 4, new byte[] {1});
        assertThat(PictureHeader.read(Build.gif(4, 4, frame, frame, frame)).frames())
                .isEqualTo(3);
        byte[] apng = Build.png(
                Build.ihdr(4, 4, 8, 2, 0), Build.chunk("acTL", Build.be(7, 0)), Build.chunk("IDAT", new byte[0]));
        assertThat(PictureHeader.read(apng).frames()).isEqualTo(7);
        byte[] moving = Build.anmf(4, 4, Build.vp8(4, 4));
        assertThat(PictureHeader.read(Build.webp(Build.vp8x(2, 4, 4), moving, moving))
                        .frames())
                .isEqualTo(2);
    }

    @Test
    void takesTheLargestSizeThatAnyPartDeclares() throws Exception {
        assertThat(PictureHeader.read(Build.avif(Build.ispe(10, 10), Build.ispe(70, 50))))
                .isEqualTo(new PictureHeader(PictureType.AVIF, 70, 50, 1));
        assertThat(PictureHeader.read(Build.webp(Build.vp8x(0, 1, 1), Build.vp8(900, 800))))
                .isEqualTo(new PictureHeader(PictureType.WEBP, 900, 800, 1));
        assertThat(PictureHeader.read(Build.gif(1, 1, Build.frame(3, 4, 500, 600, new byte[] {1}))))
                .isEqualTo(new PictureHeader(PictureType.GIF, 503, 604, 1));
    }

    @Test
    void markupIsNotAPictureOfPixels() {
        for (String svg : new String[] {"<svg/>", "\u00ef\u00bb\u00bf<?xml version='1.0'?>", "  \n<!DOCTYPE svg>"}) {
            refused(Build.ascii(svg), Reason.UNSUPPORTED);
        }
    }

    @Test
    void otherBytesAreUnknown() {
        refused(new byte[0], Reason.UNKNOWN_FORMAT);
        refused(Build.ascii("BM............................"), Reason.UNKNOWN_FORMAT);
        refused(Build.bytes(0, 0, 1, 0, 1, 0, 16, 16), Reason.UNKNOWN_FORMAT);
        refused(Build.join(Build.be(16), Build.ascii("ftypheic"), Build.be(0)), Reason.UNKNOWN_FORMAT);
    }

    @Test
    void anyBytesGiveASizeOrARefusal() {
        Random random = new Random(47);
        byte[][] starts = {
            Build.ascii(PngHeader.SIGNATURE),
            Build.join(Build.ascii(PngHeader.SIGNATURE), Build.be(13), Build.ascii("IHDR")),
            Build.bytes(0xFF, 0xD8, 0xFF),
            Build.join(Build.ascii("RIFF"), Build.be(0), Build.ascii("WEBPVP8X")),
            Build.join(Build.ascii("RIFF"), Build.be(0), Build.ascii("WEBPANMF")),
            Build.ascii("GIF89a"),
            Build.join(
                    Build.box("ftyp", Build.ascii("avif"), Build.be(0)),
                    Build.ascii("\0\0\0\u0040meta\0\0\0\0\0\0\0\u0030iprp")),
            new byte[0],
        };
        int sizes = 0;
        for (int i = 0; i < TRIALS; i++) {
            byte[] tail = new byte[random.nextInt(80)];
            random.nextBytes(tail);
            try {
                PictureHeader header = PictureHeader.read(Build.join(starts[i % starts.length], tail));
                assertThat(header.width()).isPositive();
                assertThat(header.height()).isPositive();
                assertThat(header.frames()).isPositive();
                sizes++;
            } catch (PictureException refused) {
                assertThat(refused).message().endsWith(".");
            }
        }
        assertThat(sizes)
                .as("the starts are good enough to be believed sometimes")
                .isPositive();
    }

    private static void refused(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> PictureHeader.read(bytes))
                .isInstanceOfSatisfying(
                        PictureException.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
