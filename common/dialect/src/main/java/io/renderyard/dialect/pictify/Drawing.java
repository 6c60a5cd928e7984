package io.renderyard.dialect.pictify;

import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Traffic;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.render.Waiting;
import org.jspecify.annotations.Nullable;

/**
 * How a picture is drawn, whatever it is made of.
 *
 * @param width CSS pixels; its subject's own when null
 * @param height as {@code width}
 * @param scale device pixels per CSS pixel
 * @param css a style sheet that is added
 */
public record Drawing(
        OutputFormat output,
        @Nullable Integer width,
        @Nullable Integer height,
        double scale,
        boolean transparent,
        Area area,
        @Nullable String css,
        Waiting waiting,
        @Nullable String userAgent,
        Traffic traffic) {
    /** Of a window, and nothing else. */
    static Drawing plain(OutputFormat output, @Nullable Integer width, @Nullable Integer height, double scale) {
        return new Drawing(
                output, width, height, scale, false, new Area.Window(), null, Waiting.PLAIN, null, Traffic.PLAIN);
    }

    /**
     * @param size where the client names none
     * @param style its subject's own style sheet
     * @param scripts whether scripts of the page run
     */
    public RenderSpec spec(Source source, Size size, @Nullable String style, boolean scripts) {
        Size drawn = size.or(width, height);
        return new RenderSpec(
                source,
                Additions.css(joined(style, css)),
                new Viewport(drawn.width(), drawn.height(), scale),
                environment(scripts),
                traffic,
                waiting,
                new Framing(
                        area,
                        transparent ? Framing.Background.TRANSPARENT : Framing.Background.PAGE,
                        SizeLimit.STANDARD),
                output.format());
    }

    private static @Nullable String joined(@Nullable String first, @Nullable String second) {
        if (first == null || second == null) {
            return first == null ? second : first;
        }
        return first + "\n" + second;
    }

    private Environment environment(boolean scripts) {
        Environment plain = Environment.PLAIN;
        return new Environment(
                plain.colorScheme(),
                plain.reducedMotion(),
                plain.mediaType(),
                plain.timezone(),
                plain.locale(),
                plain.geolocation(),
                userAgent,
                scripts);
    }

    /**
     * The same, where a template is to be drawn larger or smaller than it was made: its layout is scaled, not laid out
     * anew. What the new shape has more in one direction is added to the window.
     *
     * @param own the template's size
     */
    public Drawing scaledTo(Size own) {
        if (output.format() instanceof PictureFormat.Pdf || (width == null && height == null)) {
            return this;
        }
        double wide = width == null ? Double.MAX_VALUE : (double) width / own.width();
        double high = height == null ? Double.MAX_VALUE : (double) height / own.height();
        double least = Viewport.MIN_SCALE / scale;
        double most = Viewport.MAX_SCALE / scale;
        double factor = Math.clamp(Math.min(wide, high), least, most);
        return new Drawing(
                output,
                width == null ? own.width() : side(width / factor),
                height == null ? own.height() : side(height / factor),
                scale * factor,
                transparent,
                area,
                css,
                waiting,
                userAgent,
                traffic);
    }

    private static int side(double pixels) {
        return Math.clamp(Math.round(pixels), 1, Viewport.MAX_SIDE);
    }

    /** The same in another format. */
    Drawing with(PictureFormat format) {
        return new Drawing(
                new OutputFormat(output.word(), format),
                width,
                height,
                scale,
                transparent,
                area,
                css,
                waiting,
                userAgent,
                traffic);
    }
}
