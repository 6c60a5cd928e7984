package io.renderyard.imaging;

import io.renderyard.imaging.PictureException.Reason;
import io.renderyard.kernel.render.PictureFormat.Avif;
import java.awt.image.BufferedImage;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** AVIF by the programs {@code avifenc} and {@code avifdec}, one thread each, so that the same picture gives the same bytes. */
public final class AvifTool {
    static final int MAX_SIDE = 16_384;

    private static final String PACKAGE = "the package libavif-bin";
    private static final int WORST_QUANTISER = 63;
    private static final int WORST_ALPHA = 40;

    private final Path folder;
    private final Tool encoder;
    private final Tool decoder;

    /**
     * @param folder for what is passed to the programs and back, made when needed; nothing stays in it
     * @param timeout of one run
     */
    public AvifTool(Path folder, Duration timeout) {
        this(folder, timeout, "avifenc", "avifdec");
    }

    AvifTool(Path folder, Duration timeout, String encoder, String decoder) {
        this.folder = folder;
        this.encoder = new Tool(encoder, PACKAGE, timeout);
        this.decoder = new Tool(decoder, PACKAGE, timeout);
    }

    void encode(Rows rows, Avif format, OutputStream out) throws IOException, PictureException {
        if (rows.width() > MAX_SIDE || rows.height() > MAX_SIDE) {
            throw PictureException.tooLarge("AVIF is written with at most %d pixels on a side, the picture has %d x %d."
                    .formatted(MAX_SIDE, rows.width(), rows.height()));
        }
        Path work = work();
        try {
            Path png = work.resolve("in.png");
            Path avif = work.resolve("out.avif");
            try (OutputStream to = new BufferedOutputStream(Files.newOutputStream(png))) {
                new PngWriter(Encoder.fast(rows), to).write(rows, null);
            }
            String complaint = encoder.run(work, arguments(format, png, avif));
            if (complaint != null) {
                throw new PictureException(Reason.TOOL, "avifenc failed: " + complaint + ".");
            }
            Files.copy(avif, out);
        } finally {
            delete(work);
        }
    }

    private static List<String> arguments(Avif format, Path png, Path avif) {
        int quantiser = Math.round((100 - format.quality()) * WORST_QUANTISER / 100f);
        return List.of(
                "--jobs",
                "1",
                "--codec",
                "aom",
                "--yuv",
                "444",
                "--speed",
                Integer.toString(format.speed()),
                "--min",
                "0",
                "--max",
                Integer.toString(WORST_QUANTISER),
                "--minalpha",
                "0",
                "--maxalpha",
                Integer.toString(WORST_QUANTISER),
                "-a",
                "end-usage=q",
                "-a",
                "color:cq-level=" + quantiser,
                "-a",
                "alpha:cq-level=" + Math.min(quantiser, WORST_ALPHA),
                png.toString(),
                avif.toString());
    }

    /** Its size must have been judged. */
    BufferedImage decode(byte[] picture, DecodeLimits limits) throws IOException, PictureException {
        Path work = work();
        try {
            Path avif = Files.write(work.resolve("in.avif"), picture);
            Path png = work.resolve("out.png");
            String complaint = decoder.run(
                    work,
                    List.of(
                            "--jobs",
                            "1",
                            "--depth",
                            "8",
                            "--png-compress",
                            "1",
                            "--ignore-icc",
                            "--size-limit",
                            Long.toString(Math.clamp(limits.maxPixels(), 1, (long) MAX_SIDE * MAX_SIDE)),
                            avif.toString(),
                            png.toString()));
            if (complaint != null) {
                throw PictureException.broken("avifdec says: " + complaint);
            }
            PngRows rows = PngRows.of(() -> Files.newInputStream(png));
            limits.judge(rows.width(), rows.height());
            return Rasters.whole(rows, limits.maxPixels());
        } finally {
            delete(work);
        }
    }

    private Path work() throws IOException {
        Files.createDirectories(folder);
        return Files.createTempDirectory(folder, "avif");
    }

    private static void delete(Path work) throws IOException {
        try (Stream<Path> files = Files.walk(work)) {
            files.sorted(Comparator.reverseOrder()).forEach(AvifTool::deleteOne);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static void deleteOne(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
