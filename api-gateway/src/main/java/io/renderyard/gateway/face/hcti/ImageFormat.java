package io.renderyard.gateway.face.hcti;

import io.renderyard.kernel.image.Rendition;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an image may be had as, by the extension in an address. */
enum ImageFormat {
    PNG("png"),
    JPEG("jpg", "jpeg"),
    WEBP("webp"),
    PDF("pdf");

    private final List<String> extensions;

    ImageFormat(String... extensions) {
        this.extensions = List.of(extensions);
    }

    /** In any case, without the dot; empty when it is none of them. */
    static Optional<ImageFormat> of(String extension) {
        String lower = extension.toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.extensions.contains(lower))
                .findFirst();
    }

    /** Formats of pixels are made of one another; pages are drawn apart. */
    Rendition rendition() {
        return switch (this) {
            case PNG, JPEG, WEBP -> Rendition.RASTER;
            case PDF -> Rendition.DOCUMENT;
        };
    }

    String extension() {
        return extensions.getFirst();
    }
}
