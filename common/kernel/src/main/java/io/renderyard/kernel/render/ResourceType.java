package io.renderyard.kernel.render;

import java.util.Locale;

/** What a page wants a resource for. */
public enum ResourceType {
    BEACON,
    DOCUMENT,
    STYLESHEET,
    IMAGE,
    IMAGE_SET,
    MEDIA,
    FONT,
    SCRIPT,
    TEXT_TRACK,
    XHR,
    FETCH,
    EVENT_SOURCE,
    MANIFEST,
    PING,
    IMG,
    OTHER;

    /** As clients write it, such as {@code text_track}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
