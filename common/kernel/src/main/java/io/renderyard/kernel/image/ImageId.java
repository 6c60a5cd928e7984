package io.renderyard.kernel.image;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** An image's public name. Whoever knows it may see the picture. */
public record ImageId(UUID value) {
    private static final Pattern FORM = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    /** Empty when the text cannot be an id. */
    public static Optional<ImageId> parse(String text) {
        return FORM.matcher(text).matches() ? Optional.of(new ImageId(UUID.fromString(text))) : Optional.empty();
    }

    @Override
    public String toString() {
        return value.toString();
    }
}
