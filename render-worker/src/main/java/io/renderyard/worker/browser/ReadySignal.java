package io.renderyard.worker.browser;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** Offers {@code ScreenshotReady()} to the page, for as long as it is open, where the submission waits for that. */
record ReadySignal(Tab tab, @Nullable String script) implements AutoCloseable {
    private static final String OFFER = """
            self.ScreenshotReady = () => {
              if (document.getElementById(%1$s)) return;
              const sign = document.createElement('div');
              sign.id = %1$s;
              sign.style.setProperty('display', 'none', 'important');
              (document.body ?? document.documentElement).append(sign);
            };""";

    static ReadySignal of(RenderSpec spec, Tab tab, Deadline deadline) throws DevToolsException, InterruptedException {
        String element = spec.waiting().readyElement();
        if (element == null) {
            return new ReadySignal(tab, null);
        }
        String source = OFFER.formatted(JsonMapper.shared().writeValueAsString(element));
        String script = tab.call(
                        "Page.addScriptToEvaluateOnNewDocument",
                        DevTools.params().put("source", source),
                        deadline)
                .part("result")
                .path("identifier")
                .asString("");
        // The page that markup is written into is there already.
        tab.evaluate(source, deadline);
        return new ReadySignal(tab, script);
    }

    @Override
    @SuppressWarnings("FutureReturnValueIgnored") // commands of one tab keep their order
    public void close() {
        if (script != null) {
            tab.send(
                    "Page.removeScriptToEvaluateOnNewDocument",
                    DevTools.params().put("identifier", script));
        }
    }
}
