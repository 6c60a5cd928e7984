package io.renderyard.bench.gallery;

import io.renderyard.imaging.AvifTool;
import io.renderyard.imaging.DecodeLimits;
import io.renderyard.imaging.Decoder;
import io.renderyard.imaging.PictureException;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Decodes what the farm draws. */
final class PictureReader {
    private static final DecodeLimits LIMITS = new DecodeLimits(80_000, 400_000_000, 400_000_000);
    private static final double METRES_PER_INCH = 0.0254;

    private final Decoder decoder;

    /** @param folder for what is passed to the AVIF decoder */
    PictureReader(Path folder) {
        this.decoder = new Decoder(new AvifTool(folder, Duration.ofSeconds(30)));
    }

    /** @throws IOException also when the bytes are not what the type says */
    Decoded read(byte[] bytes, String type) throws IOException {
        return switch (type) {
            case "application/pdf" -> PdfPages.read(bytes);
            case "image/gif" -> GifFrames.read(bytes);
            case "image/png" -> still(bytes, pngDpi(bytes));
            case "image/jpeg" -> still(bytes, jpegDpi(bytes));
            default -> still(bytes, null);
        };
    }

    private Decoded still(byte[] bytes, @Nullable Integer dpi) throws IOException {
        try {
            BufferedImage image = decoder.decode(bytes, LIMITS);
            return new Decoded(
                    new Expectation.Size(image.getWidth(), image.getHeight()), List.of(image), 0, null, dpi, "");
        } catch (PictureException e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    /** The chunk pHYs: pixels per metre across, down, and the unit. */
    private static @Nullable Integer pngDpi(byte[] png) {
        int at = new String(png, 0, Math.min(png.length, 400), StandardCharsets.ISO_8859_1).indexOf("pHYs");
        return at < 0 ? null : (int) Math.round(ByteBuffer.wrap(png).getInt(at + 4) * METRES_PER_INCH);
    }

    /** The segment JFIF: unit 1 is dots per inch. */
    private static @Nullable Integer jpegDpi(byte[] jpeg) {
        int at = new String(jpeg, 0, Math.min(jpeg.length, 400), StandardCharsets.ISO_8859_1).indexOf("JFIF");
        return at < 0 || jpeg[at + 7] != 1 ? null : ByteBuffer.wrap(jpeg).getShort(at + 8) & 0xFFFF;
    }
}
