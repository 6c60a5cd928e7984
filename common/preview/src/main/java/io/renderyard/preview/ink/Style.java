package io.renderyard.preview.ink;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** The six looks that a prompt may ask for, and the one it gets when it asks for none. */
public enum Style {
    PHOTOREALISTIC,
    ARTISTIC,
    CARTOON,
    MINIMALIST,
    VINTAGE,
    FUTURISTIC,
    PLAIN;

    /** A name that is unknown asks for nothing. */
    public static Style named(@Nullable String name) {
        if (name == null) {
            return PLAIN;
        }
        String wanted = name.strip().toUpperCase(Locale.ROOT);
        for (Style each : values()) {
            if (each.name().equals(wanted)) {
                return each;
            }
        }
        return PLAIN;
    }
}
