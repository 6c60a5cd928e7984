package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.rendering.RenderException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Finds the part of the page that becomes the picture. */
record Geometry(RenderSpec spec, Deadline deadline) {
    /** Border box in page coordinates, or why there is none. */
    private static final String BOX = """
            (selector => {
              let found;
              try { found = document.querySelector(selector); } catch (e) { return {problem: 'invalid'}; }
              if (!found) return {problem: 'none'};
              const box = found.getBoundingClientRect();
              return {x: box.left + scrollX, y: box.top + scrollY, width: box.width, height: box.height};
            })(%s)""";

    Box box(Tab tab) throws DevToolsException, RenderException, InterruptedException {
        return switch (spec.framing().area()) {
            case Area.Window() ->
                new Box(0, 0, spec.viewport().width(), spec.viewport().height());
            case Area.FullPage() -> wholePage(tab);
            case Area.Element(String selector) -> element(tab, selector);
            case Area.Content() -> element(tab, "body");
            case Area.Clip(double x, double y, double width, double height) -> new Box(x, y, width, height);
        };
    }

    private Box wholePage(Tab tab) throws DevToolsException, InterruptedException {
        JsonNode content = tab.call("Page.getLayoutMetrics", DevTools.params(), deadline)
                .part("result")
                .path("cssContentSize");
        return new Box(
                0, 0, content.path("width").asDouble(), content.path("height").asDouble());
    }

    private Box element(Tab tab, String selector) throws DevToolsException, RenderException, InterruptedException {
        String quoted = JsonMapper.shared().writeValueAsString(selector);
        JsonNode found = tab.evaluate(BOX.formatted(quoted), deadline);
        switch (found.path("problem").asString("")) {
            case "invalid" -> throw notFound("\"" + selector + "\" is not a CSS selector.");
            case "none" ->
                throw notFound("Nothing on the page matches \"" + selector + "\". The page may show it only later.");
            default -> {}
        }
        Box box = new Box(
                found.path("x").asDouble(),
                found.path("y").asDouble(),
                found.path("width").asDouble(),
                found.path("height").asDouble());
        if (box.width() <= 0 || box.height() <= 0) {
            throw notFound(
                    "The first element that matches \"" + selector + "\" has no size, so there is nothing to draw.");
        }
        return box.onWholePixels(spec.viewport().deviceScale());
    }

    private static RenderException notFound(String message) {
        return new RenderException(FailureCode.SELECTOR_NOT_FOUND, message);
    }
}
