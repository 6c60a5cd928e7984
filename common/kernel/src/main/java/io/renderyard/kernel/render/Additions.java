package io.renderyard.kernel.render;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the caller adds to the page.
 *
 * @param css style sheet: before load for HTML, after load for a URL
 * @param script JavaScript that runs once after load; what it promises is waited for
 * @param fonts families that the page may name; a family that the machine has is never loaded from outside
 * @param emoji how emoji are drawn
 */
public record Additions(@Nullable String css, @Nullable String script, List<FontRequest> fonts, Emoji emoji) {
    public static final Additions NONE = new Additions(null, null, List.of(), Emoji.NATIVE);

    /** Where emoji come from. */
    public enum Emoji {
        /** The machine's emoji font, or whatever the page does itself. */
        NATIVE,
        /** A Twemoji picture in the place of each emoji in the text. */
        TWEMOJI
    }

    public Additions {
        fonts = List.copyOf(fonts);
    }

    /** Adds a style sheet and nothing else. */
    public static Additions css(@Nullable String css) {
        return new Additions(css, null, List.of(), Emoji.NATIVE);
    }
}
