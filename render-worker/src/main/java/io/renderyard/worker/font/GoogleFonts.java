package io.renderyard.worker.font;

import io.renderyard.kernel.render.FontRequest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** Style sheets of Google Fonts for the families that this machine does not have. */
public record GoogleFonts(FontCatalogue catalogue) {
    /** {@code block}: a picture is taken when the fonts are there, so nothing need be shown before. */
    private static final String SHEET = "https://fonts.googleapis.com/css2?family=%s%s&display=block";

    /**
     * Addresses of style sheets to link, in the order of the requests. Each variant has its own: asked for two of which
     * one does not exist, the API refuses both.
     */
    public List<String> styleSheets(List<FontRequest> requests) {
        return requests.stream()
                .filter(request -> !catalogue.has(request.family()))
                .flatMap(GoogleFonts::sheets)
                .distinct()
                .toList();
    }

    private static Stream<String> sheets(FontRequest request) {
        String family = URLEncoder.encode(request.family(), StandardCharsets.UTF_8);
        List<FontVariant> variants = request.variants().stream()
                .flatMap(variant -> FontVariant.of(variant).stream())
                .toList();
        return (variants.isEmpty() ? Stream.of(FontVariant.REGULAR) : variants.stream())
                .map(variant -> SHEET.formatted(family, variant.axes()));
    }
}
