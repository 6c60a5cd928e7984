package io.renderyard.worker.developing;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Makes pictures of exposures. */
@Component
public class Darkroom {
    /**
     * Blocks until the picture is in its format.
     *
     * @param exposure may keep the picture's bytes, so it is closed when they are stored
     * @throws RenderException when it cannot be written; says whether another attempt may help
     */
    public Picture develop(Exposure exposure, PictureFormat format) throws RenderException {
        try {
            return switch (exposure) {
                case Exposure.Finished finished -> finished.picture();
                case Exposure.Sheets sheets -> Binder.bind(sheets.documents(), (PictureFormat.Pdf) format);
                case Exposure.Plate plate -> throw new IOException("not yet");
                case Exposure.Mosaic mosaic -> throw new IOException("not yet");
                case Exposure.Film film -> Animator.animate(film, (PictureFormat.Gif) format);
            };
        } catch (IOException e) {
            throw new RenderException(FailureCode.INTERNAL, "The picture could not be written in its format.", e);
        }
    }
}
