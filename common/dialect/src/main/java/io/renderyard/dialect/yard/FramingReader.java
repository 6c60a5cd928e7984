package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Framing.Background;
import io.renderyard.kernel.render.SizeLimit;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads which part of the page becomes the picture. */
final class FramingReader {
    static final int MAX_SELECTOR = 2_000;
    private static final int FARTHEST = 1_000_000;

    private final Violations violations;

    FramingReader(Violations violations) {
        this.violations = violations;
    }

    Area area(CaptureRequest capture) {
        List<Area> areas = Stream.of(
                        element(capture.selector()),
                        Boolean.TRUE.equals(capture.fullPage()) ? new Area.FullPage() : null,
                        Boolean.TRUE.equals(capture.content()) ? new Area.Content() : null,
                        clip(capture.clip()))
                .filter(Objects::nonNull)
                .map(Objects::requireNonNull)
                .toList();
        if (areas.size() > 1) {
            violations.add("capture", "must have only one of selector, fullPage, content and clip, not both");
        }
        return areas.isEmpty() ? new Area.Window() : areas.getFirst();
    }

    private @Nullable Area element(@Nullable String selector) {
        String text = violations.text("capture.selector", selector, MAX_SELECTOR);
        return text == null ? null : new Area.Element(text);
    }

    private @Nullable Area clip(CaptureRequest.@Nullable Clip clip) {
        if (clip == null) {
            return null;
        }
        return new Area.Clip(
                violations.within("capture.clip.x", clip.x(), 0, 0, FARTHEST),
                violations.within("capture.clip.y", clip.y(), 0, 0, FARTHEST),
                side("capture.clip.width", clip.width()),
                side("capture.clip.height", clip.height()));
    }

    private double side(String field, @Nullable Double side) {
        if (side == null) {
            violations.add(field, "is required");
        }
        return violations.within(field, side, 1, 1, SizeLimit.MAX_SIDE);
    }

    Background background(CaptureRequest capture) {
        return violations.choice("capture.background", capture.background(), Background.PAGE);
    }

    /** A document prints whole pages. */
    void refuseAll(CaptureRequest capture) {
        List<String> given = new ArrayList<>();
        note(given, "selector", capture.selector());
        note(given, "fullPage", capture.fullPage());
        note(given, "content", capture.content());
        note(given, "clip", capture.clip());
        note(given, "background", capture.background());
        given.forEach(member -> violations.add(
                "capture." + member, "is for pictures only; a pdf prints whole pages, see output.pdf.pages"));
    }

    private static void note(List<String> given, String member, @Nullable Object value) {
        if (value != null) {
            given.add(member);
        }
    }
}
