package io.renderyard.imaging;

import io.renderyard.imaging.PictureException.Reason;
import io.renderyard.kernel.render.PictureFormat.Avif;
import io.renderyard.kernel.render.PictureFormat.Jpeg;
import io.renderyard.kernel.render.PictureFormat.Packing;
import io.renderyard.kernel.render.PictureFormat.Png;
import io.renderyard.kernel.render.PictureFormat.Still;
import io.renderyard.kernel.render.PictureFormat.Webp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes pictures. The same pixels and format always give the same bytes. */
public final class Encoder {
    private static final int FAST_LEVEL = 1;

    private final AvifTool avif;
    private final long maxPixels;

    /**
     * @param maxPixels the largest picture for a format that cannot be written row by row, which is WebP; a pixel takes 8
     *     bytes meanwhile
     */
    public Encoder(AvifTool avif, long maxPixels) {
        this.avif = avif;
        this.maxPixels = maxPixels;
    }

    /** @throws PictureException when the format cannot hold so many pixels, or its program fails */
    public byte[] encode(BufferedImage image, Still format) throws PictureException {
        return bytes(new ImageRows(image), format);
    }

    byte[] bytes(Rows rows, Still format) throws PictureException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            write(rows, format, out);
        } catch (IOException e) {
            throw new PictureException(Reason.TOOL, "The picture could not be written: " + e.getMessage() + ".", e);
        }
        return out.toByteArray();
    }

    void write(Rows rows, Still format, OutputStream out) throws IOException, PictureException {
        switch (format) {
            case Png png -> new PngWriter(plan(rows, png.packing()), out).write(rows, png.dpi());
            case Jpeg jpeg -> JpegWriter.write(rows, jpeg, out);
            case Webp webp -> writeWebp(rows, webp, out);
            case Avif asked -> avif.encode(rows, asked, out);
        }
    }

    private static PngPlan plan(Rows rows, Packing packing) throws IOException, PictureException {
        return switch (packing) {
            case Packing.Fast() -> fast(rows);
            case Packing.Compact() -> new PngSurvey(rows).plan();
            case Packing.Palette(int colours) -> PaletteSurvey.plan(rows, colours);
        };
    }

    static PngPlan fast(Rows rows) {
        return new PngPlan(
                rows.opaque() ? new PixelPacker.Rgb() : new PixelPacker.Rgba(), PngFilter.Choice.SUB, FAST_LEVEL);
    }

    private void writeWebp(Rows rows, Webp format, OutputStream out) throws IOException, PictureException {
        if (rows.width() > WebpCodec.MAX_SIDE || rows.height() > WebpCodec.MAX_SIDE) {
            throw PictureException.tooLarge(
                    "WebP holds at most %d pixels on a side, the picture has %d x %d: choose PNG."
                            .formatted(WebpCodec.MAX_SIDE, rows.width(), rows.height()));
        }
        try {
            WebpCodec.write(Rasters.whole(rows, maxPixels), format, out);
        } catch (LinkageError e) {
            throw new PictureException(Reason.TOOL, "The library for WebP cannot be loaded on this machine.", e);
        }
    }
}
