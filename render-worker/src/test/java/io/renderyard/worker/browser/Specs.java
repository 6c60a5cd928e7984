package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Additions;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Framing;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import java.net.URI;
import java.util.List;

/** Short ways to say what is to be drawn. */
final class Specs {
    static final Viewport SMALL = new Viewport(200, 100, 1);
    static final PictureFormat PNG = new PictureFormat.Png();

    private Specs() {}

    static RenderSpec html(String markup) {
        return RenderSpec.plain(new Source.Html(markup), SMALL, PNG);
    }

    static RenderSpec url(String address) {
        return RenderSpec.plain(new Source.Url(URI.create(address)), SMALL, PNG);
    }

    static RenderSpec with(RenderSpec spec, Area area) {
        return spec.with(
                new Framing(area, spec.framing().background(), spec.framing().limit()));
    }

    static RenderSpec styled(RenderSpec spec, String css) {
        return spec.with(Additions.css(css));
    }

    /** With a script that runs on the page when it is there. */
    static RenderSpec after(RenderSpec spec, String script) {
        return spec.with(new Additions(null, script, List.of(), Additions.Emoji.NATIVE));
    }
}
