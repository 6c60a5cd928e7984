package io.renderyard.dialect.pictify;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Sizes by name; section 7.6. */
enum SizePreset {
    OG(1_200, 630),
    TWITTER_CARD(1_200, 600),
    INSTAGRAM_POST(1_080, 1_080),
    INSTAGRAM_STORY(1_080, 1_920),
    YOUTUBE_THUMBNAIL(1_280, 720);

    private final Size size;

    SizePreset(int width, int height) {
        this.size = new Size(width, height);
    }

    Size size() {
        return size;
    }

    /** As clients write it, such as {@code twitter-card}. */
    String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static List<String> labels() {
        return Arrays.stream(values()).map(SizePreset::label).toList();
    }

    /** @param label one of {@link #labels} */
    static SizePreset of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT).replace('-', '_'));
    }
}
