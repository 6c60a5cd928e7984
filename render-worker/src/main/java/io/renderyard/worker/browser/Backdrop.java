package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.devtools.DevTools;
import java.util.Optional;
import java.util.regex.Pattern;
import tools.jackson.databind.node.ObjectNode;

/** What is behind the page while it is captured. White, as browsers have it, needs no saying. */
final class Backdrop {
    /** The wish for a transparent picture, as style sheets of callers have long said it. */
    private static final Pattern TRANSPARENT_BODY = Pattern.compile(
            "(?<![\\w.#-])body\\s*\\{[^}]*background-color\\s*:\\s*transparent", Pattern.CASE_INSENSITIVE);

    private Backdrop() {}

    /** Parameters of {@code Emulation.setDefaultBackgroundColorOverride}; empty when the browser's own will do. */
    static Optional<ObjectNode> of(RenderSpec spec) {
        if (spec.format() instanceof PictureFormat.Jpeg jpeg) {
            return jpeg.fill().equals(Colour.WHITE) ? Optional.empty() : Optional.of(opaque(jpeg.fill()));
        }
        return isTransparent(spec) ? Optional.of(colour(0, 0, 0, 0)) : Optional.empty();
    }

    private static boolean isTransparent(RenderSpec spec) {
        String css = spec.additions().css();
        return switch (spec.framing().background()) {
            case TRANSPARENT -> true;
            case OPAQUE -> false;
            case PAGE -> css != null && TRANSPARENT_BODY.matcher(css).find();
        };
    }

    private static ObjectNode opaque(Colour colour) {
        int rgb = colour.rgb();
        return colour(rgb >> 16 & 0xFF, rgb >> 8 & 0xFF, rgb & 0xFF, 1);
    }

    private static ObjectNode colour(int red, int green, int blue, int alpha) {
        ObjectNode params = DevTools.params();
        params.putObject("color").put("r", red).put("g", green).put("b", blue).put("a", alpha);
        return params;
    }
}
