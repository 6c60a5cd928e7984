package io.renderyard.imaging;

import io.renderyard.kernel.render.SizeLimit;
import java.awt.image.BufferedImage;
import java.io.EOFException;
import java.io.IOException;

/**
 * Reads pictures from anywhere: refused by what their header declares before anything is allocated, and of moving ones only
 * the first frame. Colour profiles, texts and tags are neither read nor kept.
 */
public final class Decoder {
    private final AvifTool avif;

    public Decoder(AvifTool avif) {
        this.avif = avif;
    }

    /**
     * @return {@link BufferedImage#TYPE_INT_RGB}, {@link BufferedImage#TYPE_3BYTE_BGR} or
     *     {@link BufferedImage#TYPE_INT_ARGB}, not premultiplied
     * @throws PictureException whatever is wrong with the bytes
     */
    public BufferedImage decode(byte[] picture, DecodeLimits limits) throws PictureException {
        PictureType type = limits.judge(picture).type();
        return attempt(() -> whole(type, picture, limits));
    }

    /** A PNG may be larger than the limits in pixels, because it is never held whole. */
    Rows rows(byte[] picture, DecodeLimits limits) throws PictureException {
        PictureHeader header = PictureHeader.read(picture);
        if (header.type() == PictureType.PNG) {
            new DecodeLimits(SizeLimit.MAX_SIDE, SizeLimit.MAX_PIXELS, limits.maxBytes()).judge(picture);
            return PngDecoder.rows(picture, limits);
        }
        limits.judge(picture);
        return new ImageRows(attempt(() -> whole(header.type(), picture, limits)));
    }

    private BufferedImage whole(PictureType type, byte[] picture, DecodeLimits limits)
            throws IOException, PictureException {
        return switch (type) {
            case PNG -> Rasters.whole(PngDecoder.rows(picture, limits), limits.maxPixels());
            case JPEG -> JpegDecoder.decode(picture);
            case WEBP -> WebpDecoder.decode(picture);
            case GIF -> GifDecoder.decode(picture);
            case AVIF -> avif.decode(picture, limits);
        };
    }

    private interface Reading {
        BufferedImage read() throws IOException, PictureException;
    }

    /** Readers of the JDK fail on bad bytes in every way they can. */
    private static BufferedImage attempt(Reading reading) throws PictureException {
        try {
            return reading.read();
        } catch (EOFException e) {
            throw PictureException.broken("it ends too early");
        } catch (IOException | RuntimeException e) {
            throw new PictureException(
                    PictureException.Reason.BROKEN, "The picture is damaged, or of a kind that is not read here.", e);
        } catch (LinkageError e) {
            throw new PictureException(
                    PictureException.Reason.TOOL, "The library for WebP cannot be loaded on this machine.", e);
        }
    }
}
