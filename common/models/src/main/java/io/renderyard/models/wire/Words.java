package io.renderyard.models.wire;

import io.renderyard.kernel.tenant.Secret;
import org.jspecify.annotations.Nullable;

/** What a provider says, fit for a log line and for people. */
final class Words {
    private static final int LONGEST = 300;

    private Words() {}

    /** One line of at most 300 characters, with stars where the key was. */
    static String clean(String text, @Nullable Secret key) {
        String safe = text;
        if (key != null) {
            for (String part : key.reveal().split(":")) {
                // Whoever has a key of one character has no secret.
                safe = part.length() < 4 ? safe : safe.replace(part, key.toString());
            }
        }
        String line = safe.replaceAll("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
        return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1).stripTrailing() + "…";
    }
}
