package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Additions.Emoji;
import io.renderyard.kernel.render.FontRequest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads what is added to the page. */
final class AdditionsReader {
    private static final int MAX_CODE = 1_000_000;
    private static final int MAX_FONTS = 20;

    /** No quotes, brackets or controls: the family's name ends up in a style sheet and in an address. */
    private static final Pattern FONT = Pattern.compile(
            "(?<family>[\\p{L}\\p{N}][\\p{L}\\p{N} .&+-]{0,99})(:(?<variants>[1-9]00i?(,[1-9]00i?){0,17}))?");

    private final Violations violations;

    AdditionsReader(Violations violations) {
        this.violations = violations;
    }

    Additions read(JobRequest request) {
        return new Additions(
                violations.bounded("css", request.css(), MAX_CODE),
                violations.bounded("script", request.script(), MAX_CODE),
                fonts(violations.elements("fonts", request.fonts(), MAX_FONTS, "must be a string")),
                violations.choice("emoji", request.emoji(), Emoji.NATIVE));
    }

    private List<FontRequest> fonts(List<String> texts) {
        List<FontRequest> fonts = new ArrayList<>();
        for (int i = 0; i < texts.size(); i++) {
            Matcher font = FONT.matcher(texts.get(i).strip());
            if (font.matches()) {
                fonts.add(font(font));
            } else {
                violations.add(
                        "fonts[" + i + "]",
                        "must be a family, then weights of 100 to 900, italics with an i, such as Roboto:300,400,700i");
            }
        }
        return fonts;
    }

    private static FontRequest font(Matcher font) {
        String variants = font.group("variants");
        return new FontRequest(
                font.group("family").strip(),
                variants == null
                        ? List.of()
                        : Arrays.stream(variants.split(",")).distinct().toList());
    }
}
