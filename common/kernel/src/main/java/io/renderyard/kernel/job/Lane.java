package io.renderyard.kernel.job;

import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.kernel.render.Source;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A priority lane. Each has its own queue, so that ten thousand batch items never delay one person. */
public enum Lane {
    /** One person waits for one picture. */
    INTERACTIVE,
    /** Items of a batch. */
    BATCH,
    /** Work that takes a multiple of a card's time: moving pictures, merged documents, very large pictures. */
    HEAVY,
    /** Pictures made by a model. */
    PROMPT;

    /** Above this many device pixels one picture holds up several people. */
    private static final double HEAVY_PIXELS = 16_000_000;

    /** The lane for one picture that somebody waits for. Where a model paints any part of it, most of the time is its. */
    public static Lane of(RenderSpec spec, Variables variables) {
        boolean painted =
                spec.source() instanceof Source.Painted || !variables.pictures().isEmpty();
        return painted ? PROMPT : of(spec);
    }

    /**
     * The lane for the items of a batch, behind whoever sits and waits. One base that has a lane of its own takes the
     * others there.
     *
     * @param bases at least one
     */
    public static Lane ofItems(List<RenderSpec> bases) {
        return bases.stream()
                .map(base -> of(base, Variables.NONE))
                .map(alone -> alone == INTERACTIVE ? BATCH : alone)
                .max(Comparator.naturalOrder())
                .orElseThrow();
    }

    private static Lane of(RenderSpec spec) {
        boolean heavy = switch (spec.format()) {
            case PictureFormat.Gif ignored -> true;
            case PictureFormat.Pdf pdf -> !pdf.more().isEmpty();
            case PictureFormat.Still ignored -> isLarge(spec);
        };
        return heavy ? HEAVY : INTERACTIVE;
    }

    private static boolean isLarge(RenderSpec spec) {
        SizeLimit most = spec.framing().limit();
        return spec.viewport().pixels() > HEAVY_PIXELS
                || most.width() > SizeLimit.STANDARD.width()
                || most.height() > SizeLimit.STANDARD.height();
    }

    /** The lane's name in queues, metrics and the API, such as {@code interactive}. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
