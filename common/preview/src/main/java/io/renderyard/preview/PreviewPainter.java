package io.renderyard.preview;

import io.renderyard.preview.ink.Dice;
import io.renderyard.preview.ink.Frame;
import io.renderyard.preview.ink.Style;
import io.renderyard.preview.scene.Painting;
import io.renderyard.preview.words.Reading;
import io.renderyard.preview.words.WordReader;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Draws prompts without a model: what the words name, in the style asked for, marked as a preview. */
public final class PreviewPainter {
    private static final Pattern PICTURE = Pattern.compile("data:image/[a-z+.-]{1,20};base64,[A-Za-z0-9+/=]+");

    private PreviewPainter() {}

    /**
     * One HTML document of exactly the size asked for: no scripts, nothing to be fetched, the same characters for the
     * same request. A reference that is no data URL of a picture is left out.
     */
    public static String paint(PreviewRequest request) {
        Reading reading = WordReader.read(request.words(), request.negative());
        Style style = Style.named(request.style());
        Frame frame = new Frame(request.width(), request.height());
        Dice dice =
                new Dice(request.seed() * 31 + Dice.hash(request.words().strip().toLowerCase(Locale.ROOT)));
        String svg = Painting.svg(reading, style, frame, dice, picture(request.referenceDataUrl()));
        return Page.of(frame, request.words(), svg);
    }

    private static @Nullable String picture(@Nullable String address) {
        return address != null && PICTURE.matcher(address).matches() ? address : null;
    }
}
