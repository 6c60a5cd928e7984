package io.renderyard.worker.developing;

import io.renderyard.imaging.DecodeLimits;
import io.renderyard.imaging.PictureException;
import io.renderyard.imaging.PictureHeader;
import io.renderyard.imaging.PictureType;
import io.renderyard.imaging.PngCopy;
import io.renderyard.imaging.Transform;
import io.renderyard.imaging.Transformer;
import io.renderyard.imaging.crop.Axis;
import io.renderyard.imaging.crop.Crop;
import io.renderyard.imaging.crop.Length;
import io.renderyard.imaging.crop.Origin;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.worker.rendering.Exposure;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Brings painted pictures to their size and format, without what else was in their files. One at a time: when hundreds
 * are finished at once, the processor is for those who wait for a page.
 */
final class Framer {
    private final Transformer transformer;
    private final DecodeLimits limits;
    private final Semaphore turn = new Semaphore(1, true);

    Framer(Transformer transformer, DecodeLimits limits) {
        this.transformer = transformer;
        this.limits = limits;
    }

    Picture frame(Exposure.Canvas canvas, PictureFormat.Still format) throws PictureException, InterruptedException {
        turn.acquire();
        try {
            PictureHeader header = limits.judge(canvas.bytes());
            byte[] bytes = framed(canvas, header, format);
            PictureHeader framed = PictureHeader.read(bytes);
            return new Picture(bytes, format, new Extent.Still(framed.width(), framed.height()));
        } finally {
            turn.release();
        }
    }

    private byte[] framed(Exposure.Canvas canvas, PictureHeader header, PictureFormat.Still format)
            throws PictureException {
        Transform transform = transform(header, canvas.size());
        boolean copied = transform.equals(Transform.NONE)
                && header.type() == PictureType.PNG
                && format.equals(new PictureFormat.Png());
        return copied
                ? PngCopy.withoutMetadata(canvas.bytes())
                : transformer.rewrite(canvas.bytes(), transform, format);
    }

    private static Transform transform(PictureHeader header, Extent.@Nullable Still size) {
        if (size == null || header.width() == size.width() && header.height() == size.height()) {
            return Transform.NONE;
        }
        return new Transform(covering(header, size), size.width(), size.height());
    }

    /** The largest part in the middle that has the ratio; all of it when that is a pixel's rounding away. */
    private static @Nullable Crop covering(PictureHeader header, Extent.Still size) {
        long wide = Math.round((double) header.height() * size.width() / size.height());
        long high = Math.round((double) header.width() * size.height() / size.width());
        if (Math.abs(wide - header.width()) <= 1 || Math.abs(high - header.height()) <= 1) {
            return null;
        }
        return wide < header.width()
                ? new Crop(middle(wide), Axis.WHOLE, null)
                : new Crop(Axis.WHOLE, middle(high), null);
    }

    private static Axis middle(long size) {
        return new Axis(null, null, new Length.Pixels((int) Math.max(1, size)), Origin.CENTER);
    }
}
