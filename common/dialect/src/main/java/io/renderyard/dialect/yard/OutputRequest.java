package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import org.jspecify.annotations.Nullable;

/** Format and size. What only some formats have is refused for the others. */
public record OutputRequest(
        @Nullable @JsonPropertyDescription("png (default), jpeg (or jpg), webp, avif, gif or pdf.")
        String format,

        @Nullable @JsonPropertyDescription("Viewport width in CSS pixels, 1 to 8000. Default 1200.")
        Integer width,

        @Nullable @JsonPropertyDescription("Viewport height in CSS pixels, 1 to 8000. Default 630.")
        Integer height,

        @Nullable @JsonPropertyDescription("Device pixels per CSS pixel, 0.1 to 4. Default 1.")
        Double deviceScale,

        @Nullable @JsonPropertyDescription("True: lays the page out as a phone does.")
        Boolean mobile,

        @Nullable @JsonPropertyDescription("True: says that the screen can be touched.")
        Boolean touch,

        @Nullable @JsonPropertyDescription("True: says that the screen is held sideways; the sides are not swapped.")
        Boolean landscape,

        @Nullable
        @JsonPropertyDescription("1 (small) to 100 (good), for jpeg, webp and avif only. Default 80, for avif"
                + " 60. With lossless it is effort.")
        Integer quality,

        @Nullable @JsonPropertyDescription("webp only. True: keeps every pixel.")
        Boolean lossless,

        @Nullable
        @JsonPropertyDescription("png only. fast (default) or compact: the same pixels in about half the bytes, later.")
        String compression,

        @Nullable
        @JsonPropertyDescription("png only, instead of compression. 2 to 256: reduces the picture to a palette.")
        Integer colors,

        @Nullable
        @JsonPropertyDescription(
                "jpeg only. #rrggbb under what is transparent, since the format has no transparency. Default #ffffff.")
        String background,

        @Nullable
        @JsonPropertyDescription(
                "png and jpeg only. 30 to 600, written into the file for printers; the pixels stay as they are.")
        Integer dpi,

        @Nullable @JsonPropertyDescription("avif only. 0 (smallest, slow) to 10 (fast). Default 6.")
        Integer speed,

        @Nullable
        @JsonPropertyDescription("Device pixels, 1 to 80000, together with maxHeight; the product may be"
                + " 400,000,000. A larger picture is scaled down. Default 8000. Not for pdf.")
        Integer maxWidth,

        @Nullable @JsonPropertyDescription("As maxWidth.") Integer maxHeight,

        @Nullable @JsonPropertyDescription("Options of a moving picture; gif only.")
        GifRequest gif,

        @Nullable @JsonPropertyDescription("Options of a document; pdf only.")
        PdfRequest pdf) {
    static final OutputRequest NOTHING = new OutputRequest(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
}
