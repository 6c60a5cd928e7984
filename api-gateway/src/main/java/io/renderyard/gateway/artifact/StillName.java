package io.renderyard.gateway.artifact;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.PictureFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Formats of pictures that stand still, by the extension in an address. */
enum StillName {
    PNG,
    JPEG,
    WEBP,
    AVIF;

    private static final int QUALITY = 80;
    private static final int AVIF_QUALITY = 60;
    private static final int AVIF_SPEED = 6;

    /** Empty when it is none of them. */
    static Optional<StillName> of(String extension) {
        String known = extension.equals("jpg") ? "jpeg" : extension;
        return Arrays.stream(values())
                .filter(format -> format.name().toLowerCase(Locale.ROOT).equals(known))
                .findFirst();
    }

    static String extension(Artifact artifact) {
        String path = artifact.key().path();
        return path.substring(path.lastIndexOf('.') + 1);
    }

    boolean hasResolution() {
        return switch (this) {
            case PNG, JPEG -> true;
            case WEBP, AVIF -> false;
        };
    }

    /** @param dpi where there is a resolution */
    PictureFormat.Still format(@Nullable Integer dpi) {
        return switch (this) {
            case PNG -> new PictureFormat.Png(new PictureFormat.Packing.Fast(), dpi);
            case JPEG -> new PictureFormat.Jpeg(QUALITY, Colour.WHITE, dpi);
            case WEBP -> new PictureFormat.Webp(QUALITY);
            case AVIF -> new PictureFormat.Avif(AVIF_QUALITY, AVIF_SPEED);
        };
    }
}
