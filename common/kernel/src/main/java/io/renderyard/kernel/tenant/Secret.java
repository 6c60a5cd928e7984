package io.renderyard.kernel.tenant;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/** A text that may be used but not printed: its {@code toString} shows stars, its equality takes constant time. */
public final class Secret {
    private final String text;

    public Secret(String text) {
        this.text = text;
    }

    /** The text itself. Call it where it is used, never to log or to keep it. */
    public String reveal() {
        return text;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Secret that
                && MessageDigest.isEqual(
                        text.getBytes(StandardCharsets.UTF_8), that.text.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public int hashCode() {
        return Secret.class.hashCode();
    }

    @Override
    public String toString() {
        return "****";
    }
}
