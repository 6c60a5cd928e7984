package io.renderyard.worker.browser;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.databind.json.JsonMapper;

/** @param scripts what changes the loaded page, one after the other */
record AddedAfter(List<String> scripts) {
    /** Adopted sheets come after all others and are not subject to the page's content security policy. */
    private static final String ADD_STYLE = """
            (css => {
              const sheet = new CSSStyleSheet();
              sheet.replaceSync(css);
              document.adoptedStyleSheets.push(sheet);
            })(%s)""";

    static AddedAfter of(RenderSpec spec) {
        List<String> scripts = new ArrayList<>();
        String css = spec.additions().css();
        if (spec.source() instanceof Source.Url && css != null && !css.isEmpty()) {
            scripts.add(ADD_STYLE.formatted(JsonMapper.shared().writeValueAsString(css)));
        }
        return new AddedAfter(scripts);
    }

    /** False when there is nothing to add, and so nothing to wait for. */
    boolean to(Tab tab, Deadline deadline) throws DevToolsException, InterruptedException {
        for (String script : scripts) {
            tab.evaluate(script, deadline);
        }
        return !scripts.isEmpty();
    }
}
