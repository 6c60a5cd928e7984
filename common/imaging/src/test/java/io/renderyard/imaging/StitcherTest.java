package io.renderyard.imaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.PictureFormat.Jpeg;
import io.renderyard.kernel.render.PictureFormat.Packing;
import io.renderyard.kernel.render.PictureFormat.Png;
import io.renderyard.kernel.render.PictureFormat.Still;
import io.renderyard.kernel.render.PictureFormat.Webp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StitcherTest {
    @TempDir
    Path folder;

    private Encoder encoder;
    private Stitcher stitcher;
    private Decoder decoder;

    @BeforeEach
    void open() {
        encoder = new Encoder(Samples.avif(folder), 1_000_000);
        stitcher = new Stitcher(encoder);
        decoder = new Decoder(Samples.avif(folder));
    }

    /** Tiles in memory, row after row. */
    private record Grid(List<List<byte[]>> tiles) implements TileSource {
        @Override
        public int rows() {
            return tiles.size();
        }

        @Override
        public int columns() {
            return tiles.getFirst().size();
        }

        @Override
        public InputStream open(int row, int column) {
            return new ByteArrayInputStream(tiles.get(row).get(column));
        }
    }

    private Grid cut(BufferedImage image, int across, int down) throws PictureException {
        List<List<byte[]>> rows = new ArrayList<>();
        for (int y = 0; y < image.getHeight(); y += down) {
            List<byte[]> row = new ArrayList<>();
            for (int x = 0; x < image.getWidth(); x += across) {
                int width = Math.min(across, image.getWidth() - x);
                int height = Math.min(down, image.getHeight() - y);
                BufferedImage tile = image.getSubimage(x, y, width, height);
                row.add(encoder.encode(
                        tile, new Png(row.isEmpty() ? new Packing.Compact() : new Packing.Fast(), null)));
            }
            rows.add(row);
        }
        return new Grid(rows);
    }

    @Test
    void tilesBecomeThePictureTheyWereCutFrom() throws Exception {
        BufferedImage image = Samples.gradient(230, 170, true);
        for (Still format : new Still[] {new Png(), new Png(new Packing.Compact(), 300), new Webp(80, true)}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            assertThat(stitcher.stitch(cut(image, 100, 60), format, out)).isEqualTo(new Extent.Still(230, 170));
            BufferedImage back = decoder.decode(out.toByteArray(), Samples.LIMITS);
            for (int i = 0; i < 230 * 170; i++) {
                int expected = image.getRGB(i % 230, i / 230);
                assertThat(back.getRGB(i % 230, i / 230))
                        .isEqualTo(expected >>> 24 == 0 ? back.getRGB(i % 230, i / 230) & 0xFFFFFF : expected);
            }
        }
    }

    @Test
    void lossyAndReducedPicturesComeClose() throws Exception {
        BufferedImage image = Samples.gradient(230, 170, false);
        for (Still format : new Still[] {new Jpeg(95), new Webp(95), new Png(new Packing.Palette(256), null)}) {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            stitcher.stitch(cut(image, 100, 60), format, out);
            assertThat(Samples.distance(decoder.decode(out.toByteArray(), Samples.LIMITS), image))
                    .as("%s", format)
                    .isLessThan(48);
        }
    }

    @Test
    void tilesThatDoNotFitAreNamed() throws Exception {
        byte[] small = encoder.encode(Samples.noise(10, 10), new Png());
        byte[] large = encoder.encode(Samples.noise(10, 11), new Png());
        assertThatThrownBy(() -> stitch(List.of(List.of(small, large))))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("row 0, column 1");
        assertThatThrownBy(() -> stitch(List.of(List.of()))).isInstanceOf(PictureException.class);
        byte[] cut = Arrays.copyOf(small, small.length - 30);
        assertThatThrownBy(() -> stitch(List.of(List.of(cut)))).isInstanceOf(PictureException.class);
        byte[] interlaced = Build.png(Build.ihdr(1, 1, 8, 2, 1), Build.chunk("IDAT", Build.zeros(4)));
        assertThatThrownBy(() -> stitch(List.of(List.of(interlaced)))).isInstanceOf(PictureException.class);
        byte[] huge = Build.png(Build.ihdr(80_000, 10_000, 8, 2, 0), Build.chunk("IDAT", Build.zeros(4)));
        assertThatThrownBy(() -> stitch(List.of(List.of(huge))))
                .isInstanceOf(PictureException.class)
                .hasMessageContaining("400000000 altogether");
    }

    private void stitch(List<List<byte[]>> tiles) throws Exception {
        stitcher.stitch(new Grid(tiles), new Png(), OutputStream.nullOutputStream());
    }

    @Test
    void aFailureToReadATileIsHandedOn() throws Exception {
        byte[] tile = encoder.encode(Samples.noise(300, 300), new Png());
        for (Still format : new Still[] {new Png(), new Jpeg(80)}) {
            TileSource failing = new TileSource() {
                private int opened;

                @Override
                public int rows() {
                    return 1;
                }

                @Override
                public int columns() {
                    return 1;
                }

                @Override
                public InputStream open(int row, int column) throws IOException {
                    if (++opened > 1) {
                        throw new IOException("the disk is gone");
                    }
                    return new ByteArrayInputStream(tile);
                }
            };
            assertThatThrownBy(() -> stitcher.stitch(failing, format, OutputStream.nullOutputStream()))
                    .isInstanceOf(IOException.class)
                    .hasMessage("the disk is gone");
        }
    }

    @Test
    void twoHundredMillionPixelsNeedNoMoreMemoryThanAFewRows() throws Exception {
        byte[] tile = Build.png(Build.ihdr(5_000, 5_000, 8, 2, 0), Build.chunk("IDAT", Build.zeros(5_000L * 15_001)));
        Grid grid = new Grid(List.of(List.of(tile, tile, tile, tile), List.of(tile, tile, tile, tile)));
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        Extent.Still extent = stitcher.stitch(grid, new Png(), OutputStream.nullOutputStream());
        assertThat(extent).isEqualTo(new Extent.Still(20_000, 10_000));
        assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(8 << 20);
    }

    @Test
    void aLargeJpegIsWrittenInASmallHeap() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx32m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        LargeJpeg.class.getName())
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        assertThat(said).contains("Still[width=8000, height=8000]");
    }

    /** 64,000,000 pixels, which would be 256 MB, in a process of its own. */
    static final class LargeJpeg {
        private LargeJpeg() {}

        public static void main(String[] arguments) throws Exception {
            byte[] tile =
                    Build.png(Build.ihdr(4_000, 4_000, 8, 2, 0), Build.chunk("IDAT", Build.zeros(4_000L * 12_001)));
            Stitcher stitcher = new Stitcher(new Encoder(Samples.avif(Path.of("unused")), 1));
            System.out.println(stitcher.stitch(
                    new Grid(List.of(List.of(tile, tile), List.of(tile, tile))),
                    new Jpeg(80),
                    OutputStream.nullOutputStream()));
        }
    }
}
