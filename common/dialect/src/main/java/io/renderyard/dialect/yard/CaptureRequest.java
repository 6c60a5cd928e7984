package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Which part of the page: one of selector, fullPage, content and clip, or what the viewport shows. */
public record CaptureRequest(
        @Nullable
        @JsonPropertyDescription("CSS selector, up to 2000 characters: crop to the border box of the first match.")
        String selector,

        @Nullable @JsonPropertyDescription("True: the whole page, however far it scrolls.")
        Boolean fullPage,

        @Nullable
        @JsonPropertyDescription("True: what the body holds, with its elements' margins. For fragments of html.")
        Boolean content,

        @Nullable @JsonPropertyDescription("A rectangle of the page in CSS pixels; may reach beyond the viewport.")
        Clip clip,

        @Nullable
        @JsonPropertyDescription("What is behind the page. page (default): white, unless the page's own style makes"
                + " the root transparent through css. transparent: nothing. opaque: white, whatever the page says.")
        String background) {
    static final CaptureRequest NOTHING = new CaptureRequest(null, null, null, null, null);

    /** CSS pixels. */
    public record Clip(
            @Nullable @JsonPropertyDescription("From the page's left edge, 0 to 1,000,000. Default 0.")
            Double x,

            @Nullable @JsonPropertyDescription("From the page's top, 0 to 1,000,000. Default 0.")
            Double y,

            @Nullable @JsonPropertyDescription("1 to 80000.")
            Double width,

            @Nullable @JsonPropertyDescription("1 to 80000.")
            Double height) {}
}
