package io.renderyard.dialect.hcti;

import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Environment;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.SizeLimit;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import io.renderyard.kernel.render.Waiting;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** Says in our words what a definition asks for; sections 3.4 to 3.9 and 4. */
final class SpecWriter {
    private static final int WIDTH = 1_920;
    private static final int HEIGHT = 1_080;
    private static final String READY_ELEMENT = "HCTIReadyNow";

    /** Before the caller's style, so that it has the last word. */
    private static final String EMOJI = ".emoji{height:2em;width:2em;margin:0 .05em 0 .1em}\n";

    /** Where nothing may stand before the caller's style: so weak that whatever he says goes before it. */
    private static final String EMOJI_AFTER = "\n:where(.emoji){height:2em;width:2em;margin:0 .05em 0 .1em}";

    private final Definition asked;
    private final Source source;
    private final boolean fragment;

    SpecWriter(Definition asked, Source source, boolean fragment) {
        this.asked = asked;
        this.source = source;
        this.fragment = fragment;
    }

    RenderSpec spec(PictureFormat format) {
        return new RenderSpec(
                source, additions(), viewport(), environment(), TrafficWriter.of(asked), waiting(), framing(), format);
    }

    private boolean isUrl() {
        return source instanceof Source.Url;
    }

    /** A page's own emoji are left alone, unless the caller says in so many words that they are not. */
    private Additions additions() {
        boolean drawn = isUrl()
                ? asked.has("disable_twemoji") && !asked.flag("disable_twemoji")
                : !asked.flag("disable_twemoji");
        String css = asked.text("css");
        String styled = css.contains("@import") ? css + EMOJI_AFTER : EMOJI + css;
        String all = drawn ? styled : css;
        return new Additions(
                all.isEmpty() ? null : all,
                null,
                GoogleFonts.of(asked.text("google_fonts")),
                drawn ? Additions.Emoji.TWEMOJI : Additions.Emoji.NATIVE);
    }

    private Viewport viewport() {
        return new Viewport(
                asked.number("viewport_width", WIDTH),
                asked.number("viewport_height", HEIGHT),
                asked.decimal("device_scale", isUrl() ? Defaults.URL_SCALE : Defaults.MARKUP_SCALE),
                asked.flag("viewport_mobile"),
                asked.flag("viewport_touch"),
                asked.flag("viewport_landscape"));
    }

    private Environment environment() {
        return new Environment(
                asked.has("color_scheme")
                        ? Environment.ColorScheme.valueOf(
                                asked.text("color_scheme").toUpperCase(Locale.ROOT))
                        : null,
                false,
                asked.has("media_type")
                        ? Environment.MediaType.valueOf(asked.text("media_type").toUpperCase(Locale.ROOT))
                        : Environment.MediaType.SCREEN,
                asked.textOrNull("timezone"),
                null,
                null,
                TrafficWriter.userAgent(asked),
                true);
    }

    /**
     * A page that is not ready in time is drawn as it is, unless it was to say itself when it is. Markup that runs nothing
     * asks for nothing any more when it has loaded, so its network need not be watched.
     */
    private Waiting waiting() {
        boolean signalled = asked.flag("render_when_ready");
        boolean settled = !isUrl() && !Markup.mayRun(asked.markup());
        Duration most = Duration.ofMillis(
                asked.number("max_wait_ms", (int) Waiting.PLAIN.atMost().toMillis()));
        Duration delay = Duration.ofMillis(asked.number("ms_delay", 0));
        return new Waiting(
                settled ? Waiting.Arrival.LOADED : Waiting.Arrival.NETWORK_QUIET,
                null,
                null,
                signalled ? READY_ELEMENT : null,
                delay.compareTo(most) < 0 ? delay : most,
                most,
                signalled ? Waiting.OnTimeout.FAIL : Waiting.OnTimeout.CAPTURE,
                Set.of());
    }

    private Framing framing() {
        SizeLimit limit = asked.has("jumbo_max_width")
                ? new SizeLimit(asked.number("jumbo_max_width", 0), asked.number("jumbo_max_height", 0))
                : SizeLimit.STANDARD;
        return new Framing(area(), background(), limit);
    }

    private Area area() {
        if (asked.has("selector")) {
            return new Area.Element(asked.text("selector"));
        }
        if (asked.flag("full_screen")) {
            return new Area.FullPage();
        }
        return fragment && !asked.has("viewport_width") ? new Area.Content() : new Area.Window();
    }

    private Framing.Background background() {
        if (!asked.has("transparent_background")) {
            return Framing.Background.PAGE;
        }
        return asked.flag("transparent_background") ? Framing.Background.TRANSPARENT : Framing.Background.OPAQUE;
    }
}
