package io.renderyard.imaging;

import io.renderyard.imaging.crop.Cropping;
import io.renderyard.kernel.render.PictureFormat.Avif;
import io.renderyard.kernel.render.PictureFormat.Jpeg;
import io.renderyard.kernel.render.PictureFormat.Packing;
import io.renderyard.kernel.render.PictureFormat.Png;
import io.renderyard.kernel.render.PictureFormat.Still;
import io.renderyard.kernel.render.PictureFormat.Webp;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Turns a stored picture into another one. What a stored PNG loses by cropping is never in memory; nothing is decoded when
 * the stored bytes already are the answer, but for their resolution.
 */
public final class Transformer {
    private final Decoder decoder;
    private final Encoder encoder;
    private final DecodeLimits limits;

    /** @param limits of the stored picture and of the result; of a PNG, only where it has to be whole in memory */
    public Transformer(AvifTool avif, DecodeLimits limits) {
        this.decoder = new Decoder(avif);
        this.encoder = new Encoder(avif, limits.maxPixels());
        this.limits = limits;
    }

    /**
     * @param stored PNG, JPEG, WebP, AVIF or GIF
     * @throws CropRefusedException when the crop does not fit the picture
     * @throws PictureException when the bytes, the size or the format are the reason
     */
    public byte[] apply(byte[] stored, Transform transform, Still format) throws PictureException {
        PictureHeader header = PictureHeader.read(stored);
        Cropping.Area area = area(transform, header);
        Resizing size = Resizing.of(transform, area.width(), area.height());
        boolean samePixels = size.width() == header.width() && size.height() == header.height() && whole(area, header);
        return samePixels && kept(header.type(), format)
                ? Resolution.write(stored, header.type(), dpi(format))
                : written(stored, area, size, format);
    }

    /**
     * As {@link #apply}, but always written anew: of what was stored only the pixels are left.
     *
     * @throws CropRefusedException when the crop does not fit the picture
     * @throws PictureException when the bytes, the size or the format are the reason
     */
    public byte[] rewrite(byte[] stored, Transform transform, Still format) throws PictureException {
        PictureHeader header = PictureHeader.read(stored);
        Cropping.Area area = area(transform, header);
        return written(stored, area, Resizing.of(transform, area.width(), area.height()), format);
    }

    private byte[] written(byte[] stored, Cropping.Area area, Resizing size, Still format) throws PictureException {
        try {
            Rows rows = decoder.rows(stored, limits);
            boolean whole = area.width() == rows.width() && area.height() == rows.height();
            return encoder.bytes(size.apply(whole ? rows : new CroppedRows(rows, area), limits), format);
        } catch (IOException e) {
            throw PictureException.broken("it cannot be read");
        }
    }

    private static Cropping.Area area(Transform transform, PictureHeader header) throws PictureException {
        if (transform.crop() == null) {
            return new Cropping.Area(0, 0, header.width(), header.height());
        }
        return switch (transform.crop().on(header.width(), header.height())) {
            case Cropping.Area area -> area;
            case Cropping.Refused refused -> throw new CropRefusedException(refused);
        };
    }

    private static boolean whole(Cropping.Area area, PictureHeader header) {
        return area.width() == header.width() && area.height() == header.height();
    }

    /** A stored picture of the format is not written again, unless a packing is asked for that it may not have. */
    private static boolean kept(PictureType stored, Still format) {
        return switch (format) {
            case Png png -> stored == PictureType.PNG && png.packing() instanceof Packing.Fast;
            case Jpeg _ -> stored == PictureType.JPEG;
            case Webp _ -> stored == PictureType.WEBP;
            case Avif _ -> stored == PictureType.AVIF;
        };
    }

    private static @Nullable Integer dpi(Still format) {
        return switch (format) {
            case Png png -> png.dpi();
            case Jpeg jpeg -> jpeg.dpi();
            case Webp _, Avif _ -> null;
        };
    }
}
