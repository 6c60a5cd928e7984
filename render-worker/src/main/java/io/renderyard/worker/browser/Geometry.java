package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
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

    /**
     * The union of what the body holds: border boxes with their margins, and bare text. An automatic margin is room that
     * is left over, so it does not count; neither does a negative one, which would cut into the box. Nothing left of or above the page
     * can be captured.
     */
    private static final String CONTENT = """
            (() => {
              let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
              const margin = (style, side) => {
                const value = style.get('margin-' + side);
                return value instanceof CSSUnitValue && value.unit === 'px' ? Math.max(0, value.value) : 0;
              };
              for (const node of document.body ? document.body.childNodes : []) {
                let box, style;
                if (node.nodeType === Node.TEXT_NODE && node.data.trim()) {
                  const range = document.createRange();
                  range.selectNodeContents(node);
                  box = range.getBoundingClientRect();
                } else if (node.nodeType === Node.ELEMENT_NODE) {
                  box = node.getBoundingClientRect();
                  style = node.computedStyleMap();
                }
                if (!box || box.width === 0 && box.height === 0) continue;
                left = Math.min(left, box.left - (style ? margin(style, 'left') : 0));
                top = Math.min(top, box.top - (style ? margin(style, 'top') : 0));
                right = Math.max(right, box.right + (style ? margin(style, 'right') : 0));
                bottom = Math.max(bottom, box.bottom + (style ? margin(style, 'bottom') : 0));
              }
              left = Math.max(0, left + scrollX), top = Math.max(0, top + scrollY);
              right += scrollX, bottom += scrollY;
              return left < right && top < bottom ? {x: left, y: top, width: right - left, height: bottom - top} : {};
            })()""";

    Box box(Tab tab) throws DevToolsException, RenderException, InterruptedException {
        return switch (spec.framing().area()) {
            case Area.Window() -> window();
            case Area.FullPage() -> wholePage(tab);
            case Area.Element(String selector) -> element(tab, selector);
            case Area.Content() -> content(tab);
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

    /** What holds nothing that has a size is shown as the window shows it. */
    private Box content(Tab tab) throws DevToolsException, InterruptedException {
        JsonNode found = tab.evaluate(CONTENT, deadline);
        return found.has("x") ? of(found).onWholePixels(spec.viewport().deviceScale()) : window();
    }

    private Box window() {
        return new Box(0, 0, spec.viewport().width(), spec.viewport().height());
    }

    private static Box of(JsonNode found) {
        return new Box(
                found.path("x").asDouble(),
                found.path("y").asDouble(),
                found.path("width").asDouble(),
                found.path("height").asDouble());
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
        Box box = of(found);
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
