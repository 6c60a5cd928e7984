package io.renderyard.kernel.artifact;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where bytes are kept: a relative path such as {@code 4f/a2/0193…-1.png}. An attempt makes it, and the attempt's number
 * is part of it, so a late writer never touches a newer attempt's bytes.
 */
public record ArtifactKey(String path) {
    private static final Pattern FORM = Pattern.compile("[0-9a-z]+(/[0-9a-z-]+)*\\.[a-z]+");

    public ArtifactKey {
        if (!FORM.matcher(path).matches()) {
            throw new IllegalArgumentException("not an artifact key: " + path);
        }
    }

    /** Empty when the text cannot be a key. */
    public static Optional<ArtifactKey> parse(String path) {
        return FORM.matcher(path).matches() ? Optional.of(new ArtifactKey(path)) : Optional.empty();
    }
}
