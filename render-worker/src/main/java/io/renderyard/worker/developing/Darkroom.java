package io.renderyard.worker.developing;

import io.renderyard.imaging.AvifTool;
import io.renderyard.imaging.DecodeLimits;
import io.renderyard.imaging.Encoder;
import io.renderyard.imaging.MissingToolException;
import io.renderyard.imaging.PictureException;
import io.renderyard.imaging.Transformer;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;

/** Makes pictures of exposures. */
public final class Darkroom {
    private static final Duration LONGEST_ENCODING = Duration.ofMinutes(2);

    /** WebP is held whole while it is written, with 8 bytes a pixel. */
    private static final long MOST_PIXELS_HELD = 100_000_000;

    /** Those of our own captures. */
    private static final DecodeLimits LIMITS =
            new DecodeLimits(SizeLimit.MAX_SIDE, SizeLimit.MAX_PIXELS, Integer.MAX_VALUE);

    /** What is put up with from painters, in pixels; they paint a few million. */
    public static final long MOST_PAINTED_PIXELS = 40_000_000;

    private static final DecodeLimits PAINTED = new DecodeLimits(20_000, MOST_PAINTED_PIXELS, 40_000_000);

    private final Enlarger enlarger;
    private final Framer framer;

    private Darkroom(Enlarger enlarger, Framer framer) {
        this.enlarger = enlarger;
        this.framer = framer;
    }

    /** @param temporary where programs that encode keep their files meanwhile */
    public static Darkroom in(Path temporary) {
        AvifTool avif = new AvifTool(temporary, LONGEST_ENCODING);
        return new Darkroom(
                new Enlarger(new Transformer(avif, LIMITS), new Encoder(avif, MOST_PIXELS_HELD)),
                new Framer(new Transformer(avif, PAINTED), PAINTED));
    }

    /**
     * Blocks until the picture is in its format.
     *
     * @param exposure may keep the picture's bytes, so it is closed when they are stored
     * @throws RenderException when it cannot be written; says whether another attempt may help
     * @throws InterruptedException when the caller was interrupted while it waited for its turn
     */
    public Picture develop(Exposure exposure, PictureFormat format) throws RenderException, InterruptedException {
        try {
            return switch (exposure) {
                case Exposure.Finished finished -> enlarger.finish(finished.picture());
                case Exposure.Plate plate -> enlarger.print(plate, (PictureFormat.Still) format);
                case Exposure.Canvas canvas -> framed(canvas, (PictureFormat.Still) format);
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

    /** What is wrong with it is its painter's fault, unless our own tools are. */
    private Picture framed(Exposure.Canvas canvas, PictureFormat.Still format)
            throws RenderException, PictureException, InterruptedException {
        try {
            return framer.frame(canvas, format);
        } catch (PictureException e) {
            throw switch (e.reason()) {
                case UNKNOWN_FORMAT, TOO_LARGE, BROKEN, UNSUPPORTED ->
                    new RenderException(
                            FailureCode.MODEL_FAILED,
                            "What the model's provider gave is no picture that can be used. " + e.getMessage(),
                            e);
                case TRANSFORM, TOOL -> throw e;
            };
        }
    }
}
