package io.renderyard.worker.painting;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.prompt.Painting;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.Rendering;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The pictures of one job that were painted. */
public final class Paintings {
    /** What the job's own picture is called, which fills no place. */
    public static final String OWN = "";

    static final Paintings NONE = new Paintings(List.of());

    private final List<PaintedPicture> pictures;

    Paintings(List<PaintedPicture> pictures) {
        this.pictures = List.copyOf(pictures);
    }

    List<PaintedPicture> pictures() {
        return pictures;
    }

    /** Who painted them, and what they cost together; null when there are none. */
    public @Nullable Painting painting() {
        if (pictures.isEmpty()) {
            return null;
        }
        String backends = pictures.stream()
                .map(picture -> picture.painting().backend())
                .distinct()
                .sorted()
                .collect(Collectors.joining(","));
        BigDecimal credits =
                pictures.stream().map(picture -> picture.painting().credits()).reduce(BigDecimal.ZERO, BigDecimal::add);
        return new Painting(backends, credits);
    }

    /** The job's own picture, still to be brought to its form. There must be one. */
    public Rendering own() {
        PaintedPicture own = pictures.getFirst();
        boolean exact = own.order().model().exact();
        return new Rendering(
                new Exposure.Canvas(own.bytes(), exact ? own.order().size() : null), own.receipt());
    }

    /** A page in which they are, with a receipt that tells of them. */
    public Rendering in(Rendering page) {
        if (pictures.isEmpty()) {
            return page;
        }
        List<Receipt.Painted> painted = pictures.stream()
                .flatMap(picture -> picture.receipt().paintings().stream())
                .toList();
        Set<Receipt.Flag> flags = pictures.stream()
                .flatMap(picture -> Painter.flags(picture.order()).stream())
                .collect(Collectors.toSet());
        return new Rendering(page.exposure(), page.receipt().with(painted, flags));
    }
}
