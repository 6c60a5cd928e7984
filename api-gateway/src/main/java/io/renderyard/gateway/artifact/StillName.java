package io.renderyard.gateway.artifact;

import io.renderyard.kernel.artifact.Artifact;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Formats of pictures that stand still, by the extension in an address. */
enum StillName {
    PNG,
    JPEG,
    WEBP,
    AVIF;

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
}
