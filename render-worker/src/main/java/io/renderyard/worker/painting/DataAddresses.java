package io.renderyard.worker.painting;

import io.renderyard.imaging.PictureException;
import io.renderyard.imaging.PictureHeader;
import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.job.Variables;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.worker.developing.Darkroom;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Gives pictures an address with their bytes in it, so that a page shows them without asking anybody. */
final class DataAddresses {
    /** More than that would make pages slow, and as a JPEG it is rarely as much. */
    private static final int MOST_BYTES = 1_500_000;

    private static final PictureFormat.Jpeg SMALLER = new PictureFormat.Jpeg(90);

    private final Darkroom darkroom;

    DataAddresses(Darkroom darkroom) {
        this.darkroom = darkroom;
    }

    /** @return the values, and for each picture its address */
    Variables fill(Variables variables, Paintings paintings) throws RenderException, InterruptedException {
        if (paintings.pictures().isEmpty()) {
            return variables;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>(variables.values());
        for (PaintedPicture painted : paintings.pictures()) {
            values.put(painted.order().picture(), address(painted.bytes()));
        }
        return new Variables(values, variables.pictures());
    }

    private String address(byte[] bytes) throws RenderException, InterruptedException {
        String type = typeOfSmall(bytes);
        return type == null ? address(jpeg(bytes), SMALLER.contentType()) : address(bytes, type);
    }

    /** Without padding, whose sign templates and addresses like to escape. */
    private static String address(byte[] bytes, String type) {
        return "data:" + type + ";base64,"
                + Base64.getEncoder().withoutPadding().encodeToString(bytes);
    }

    /** Null for what is not shown as it is. */
    private static @Nullable String typeOfSmall(byte[] bytes) throws RenderException {
        try {
            PictureHeader header = PictureHeader.read(bytes);
            boolean small = bytes.length <= MOST_BYTES && header.pixels() <= Darkroom.MOST_PAINTED_PIXELS;
            return small ? type(header) : null;
        } catch (PictureException e) {
            throw new RenderException(
                    FailureCode.MODEL_FAILED, "The model's provider gave no picture: " + e.getMessage(), e);
        }
    }

    private static @Nullable String type(PictureHeader header) {
        return switch (header.type()) {
            case PNG -> "image/png";
            case JPEG -> "image/jpeg";
            case WEBP -> "image/webp";
            case AVIF, GIF -> null;
        };
    }

    private byte[] jpeg(byte[] bytes) throws RenderException, InterruptedException {
        try (InputStream jpeg = darkroom.develop(new Exposure.Canvas(bytes, null), SMALLER)
                .content()
                .open()) {
            return jpeg.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot fail to be read", e);
        }
    }
}
