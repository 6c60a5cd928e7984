package io.renderyard.kernel.render;

import java.time.Duration;

/** Everything that decides the pixels of a picture. */
public record RenderSpec(
        Source source,
        Additions additions,
        Viewport viewport,
        Environment environment,
        Traffic traffic,
        Waiting waiting,
        Framing framing,
        PictureFormat format) {

    /** What the viewport shows of a page to which nothing special is done. */
    public static RenderSpec plain(Source source, Viewport viewport, PictureFormat format) {
        return new RenderSpec(
                source,
                Additions.NONE,
                viewport,
                Environment.PLAIN,
                Traffic.PLAIN,
                Waiting.PLAIN,
                Framing.WINDOW,
                format);
    }

    /** Time that this submission needs beyond what a plain render may take. */
    public Duration ownTime() {
        Duration waits = waiting.atMost().minus(Waiting.PLAIN.atMost());
        Duration patience = waits.isNegative() ? Duration.ZERO : waits;
        return switch (format) {
            case PictureFormat.Still ignored -> patience;
            // Frames are taken one by one, and each takes longer than it is shown.
            case PictureFormat.Gif gif ->
                patience.plus((gif.length() == null ? gif.longest() : gif.length()).multipliedBy(4));
            case PictureFormat.Pdf pdf ->
                patience.plus(waiting.atMost().multipliedBy(pdf.more().size()));
        };
    }

    public RenderSpec with(Source other) {
        return new RenderSpec(other, additions, viewport, environment, traffic, waiting, framing, format);
    }

    public RenderSpec with(Additions other) {
        return new RenderSpec(source, other, viewport, environment, traffic, waiting, framing, format);
    }

    public RenderSpec with(Viewport other) {
        return new RenderSpec(source, additions, other, environment, traffic, waiting, framing, format);
    }

    public RenderSpec with(Environment other) {
        return new RenderSpec(source, additions, viewport, other, traffic, waiting, framing, format);
    }

    public RenderSpec with(Traffic other) {
        return new RenderSpec(source, additions, viewport, environment, other, waiting, framing, format);
    }

    public RenderSpec with(Waiting other) {
        return new RenderSpec(source, additions, viewport, environment, traffic, other, framing, format);
    }

    public RenderSpec with(Framing other) {
        return new RenderSpec(source, additions, viewport, environment, traffic, waiting, other, format);
    }

    public RenderSpec with(PictureFormat other) {
        return new RenderSpec(source, additions, viewport, environment, traffic, waiting, framing, other);
    }
}
