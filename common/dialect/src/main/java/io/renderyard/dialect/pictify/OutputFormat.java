package io.renderyard.dialect.pictify;

import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.PictureFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A format as the client named it.
 *
 * @param word in lower case: {@code jpg} stays {@code jpg}
 */
public record OutputFormat(String word, PictureFormat format) {
    private static final String PNG = "png";
    private static final List<String> WORDS = List.of(PNG, "jpg", "jpeg", "webp", "avif", "gif", "pdf");
    private static final List<String> COMMON = List.of(PNG, "jpg", "jpeg", "webp");
    private static final int USUAL_QUALITY = 90;
    private static final int AVIF_SPEED = 6;
    private static final int PERCENT = 100;

    static final OutputFormat USUAL = new OutputFormat(PNG, new PictureFormat.Png());

    /**
     * Reads {@code fileExtension}, or {@code format} where that is not there, with {@code quality}.
     *
     * @param pdf what a document is printed on
     */
    static OutputFormat read(Members body, PictureFormat.Pdf pdf) {
        return read(body, pdf, WORDS);
    }

    /** As {@link #read(Members, PictureFormat.Pdf)}, of a picture that every browser shows. */
    static OutputFormat shown(Members body) {
        return read(body, PdfOptions.USUAL.pdf(), COMMON);
    }

    private static OutputFormat read(Members body, PictureFormat.Pdf pdf, List<String> words) {
        Optional<String> word = body.choice(body.which("fileExtension", "format"), words);
        int quality = quality(body);
        return word.map(name -> new OutputFormat(name, format(name, quality, pdf)))
                .orElse(USUAL);
    }

    private static PictureFormat format(String word, int quality, PictureFormat.Pdf pdf) {
        return switch (word.toLowerCase(Locale.ROOT)) {
            case "jpg", "jpeg" -> new PictureFormat.Jpeg(quality, Colour.WHITE, null);
            case "webp" -> new PictureFormat.Webp(quality);
            case "avif" -> new PictureFormat.Avif(quality, AVIF_SPEED);
            case "gif" -> GifQuality.MEDIUM.gif(null);
            case "pdf" -> pdf;
            default -> new PictureFormat.Png();
        };
    }

    /** Up to 1 it is a share, above it percent. What is a word means something else, and only to a GIF. */
    private static int quality(Members body) {
        if (body.at("quality").isString()) {
            return USUAL_QUALITY;
        }
        double given = body.number("quality", (double) USUAL_QUALITY / PERCENT, 0.01, PERCENT);
        return (int) Math.max(1, Math.round(given <= 1 ? given * PERCENT : given));
    }

    boolean isPdf() {
        return format instanceof PictureFormat.Pdf;
    }
}
