package io.renderyard.worker.developing;

import io.renderyard.imaging.MissingToolException;
import io.renderyard.imaging.PictureException;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import java.io.IOException;

/** Makes pictures of exposures. */
public final class Darkroom {
    private final Enlarger enlarger;

    Darkroom(Enlarger enlarger) {
        this.enlarger = enlarger;
    }

    /**
     * Blocks until the picture is in its format.
     *
     * @param exposure may keep the picture's bytes, so it is closed when they are stored
     * @throws RenderException when it cannot be written; says whether another attempt may help
     */
    public Picture develop(Exposure exposure, PictureFormat format) throws RenderException {
        try {
            return switch (exposure) {
                case Exposure.Finished finished -> enlarger.finish(finished.picture());
                case Exposure.Plate plate -> enlarger.print(plate, (PictureFormat.Still) format);
                case Exposure.Mosaic mosaic -> enlarger.stitch(mosaic, (PictureFormat.Still) format);
                case Exposure.Film film -> Animator.animate(film, (PictureFormat.Gif) format);
                case Exposure.Sheets sheets -> Binder.bind(sheets.documents(), (PictureFormat.Pdf) format);
            };
        } catch (MissingToolException e) {
            throw new RenderException(FailureCode.TOOL_MISSING, String.valueOf(e.getMessage()), e);
        } catch (PictureException e) {
            FailureCode code = e.reason() == PictureException.Reason.TOO_LARGE
                    ? FailureCode.PICTURE_TOO_LARGE
                    : FailureCode.INTERNAL;
            throw new RenderException(code, String.valueOf(e.getMessage()), e);
        } catch (IOException e) {
            throw new RenderException(
                    FailureCode.STORAGE,
                    "The worker could not write the picture in its format; the farm's operator can tell why.",
                    e);
        }
    }
}
