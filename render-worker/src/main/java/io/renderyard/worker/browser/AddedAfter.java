package io.renderyard.worker.browser;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.rendering.RenderException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Changes the loaded page: a style sheet in each document that it moves to, the caller's script once. */
final class AddedAfter {
    /** Adopted sheets come after all others and are not subject to the page's content security policy. */
    private static final String ADD_STYLE = """
            (css => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              document.adoptedStyleSheets.push(sheet);
            })(%s)""";

    private final @Nullable String css;
    private @Nullable String script;

    private AddedAfter(@Nullable String css, @Nullable String script) {
        this.css = css;
        this.script = script;
    }

    static AddedAfter of(RenderSpec spec) {
        String css = spec.source() instanceof Source.Url ? spec.additions().css() : null;
        return new AddedAfter(isBlank(css) ? null : css, spec.additions().script());
    }

    private static boolean isBlank(@Nullable String text) {
        return text == null || text.isBlank();
    }

    /** False when there is nothing to add, and so nothing to wait for. */
    boolean to(Tab tab, Deadline deadline) throws DevToolsException, RenderException, InterruptedException {
        String once = script;
        if (css == null && once == null) {
            return false;
        }
        if (css != null) {
            tab.evaluate(ADD_STYLE.formatted(JsonMapper.shared().writeValueAsString(css)), deadline);
        }
        if (once != null) {
            script = null;
            new CallersScript(once).run(tab, deadline);
        }
        return true;
    }
}
