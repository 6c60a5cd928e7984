package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Capture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.kernel.render.Viewport;
import java.net.URI;

/** Short ways to say what is to be drawn. */
final class Specs {
    static final Viewport SMALL = new Viewport(200, 100, 1);
    static final PictureFormat PNG = new PictureFormat.Png();
    static final Capture WINDOW = new Capture.Window();

    private Specs() {}

    static RenderSpec html(String markup) {
        return new RenderSpec(new Source.Html(markup), null, SMALL, WINDOW, PNG);
    }

    static RenderSpec url(String address) {
        return new RenderSpec(new Source.Url(URI.create(address)), null, SMALL, WINDOW, PNG);
    }

    static RenderSpec with(RenderSpec spec, Capture capture) {
        return new RenderSpec(spec.source(), spec.css(), spec.viewport(), capture, spec.format());
    }

    static RenderSpec with(RenderSpec spec, Viewport viewport) {
        return new RenderSpec(spec.source(), spec.css(), viewport, spec.capture(), spec.format());
    }

    static RenderSpec with(RenderSpec spec, PictureFormat format) {
        return new RenderSpec(spec.source(), spec.css(), spec.viewport(), spec.capture(), format);
    }

    static RenderSpec styled(RenderSpec spec, String css) {
        return new RenderSpec(spec.source(), css, spec.viewport(), spec.capture(), spec.format());
    }
}
