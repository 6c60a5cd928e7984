package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.kernel.render.Capture;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.rendering.RenderException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Takes the picture of a page that is ready. */
record Shot(RenderSpec spec, Deadline deadline) {
    /** Border box in page coordinates, or why there is none. */
    private static final String BOX = """
            (selector => {
              let found;
              try { found = document.querySelector(selector); } catch (e) { return {problem: 'invalid'}; }
              if (!found) return {problem: 'none'};
              const box = found.getBoundingClientRect();
              return {x: box.left + scrollX, y: box.top + scrollY, width: box.width, height: box.height};
            })(%s)""";

    Picture of(Tab tab) throws DevToolsException, RenderException, InterruptedException {
        ObjectNode params = DevTools.params();
        switch (spec.capture()) {
            case Capture.Window() -> {}
            case Capture.FullPage() -> clip(params, wholePage(tab));
            case Capture.Element(String selector) -> clip(params, element(tab, selector));
        }
        switch (spec.format()) {
            case PictureFormat.Png() -> params.put("format", "png").put("optimizeForSpeed", true);
            case PictureFormat.Jpeg(int quality) -> params.put("format", "jpeg").put("quality", quality);
            case PictureFormat.Webp(int quality) -> params.put("format", "webp").put("quality", quality);
        }
        byte[] bytes = tab.call("Page.captureScreenshot", params, deadline).data();
        if (bytes == null) {
            throw new DevToolsException.Refused("Page.captureScreenshot", "no picture");
        }
        PictureSize size = switch (spec.format()) {
            case PictureFormat.Png png -> PictureSize.ofPng(bytes);
            case PictureFormat.Jpeg jpeg -> PictureSize.ofJpeg(bytes);
            case PictureFormat.Webp webp -> PictureSize.ofWebp(bytes);
        };
        return new Picture(bytes, spec.format(), size.width(), size.height());
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

    private void clip(ObjectNode params, Box box) throws RenderException {
        PixelLimit.check(box.width(), box.height(), spec.viewport().deviceScale(), spec.format());
        params.put("captureBeyondViewport", true);
        params.putObject("clip")
                .put("x", box.x())
                .put("y", box.y())
                .put("width", box.width())
                .put("height", box.height())
                .put("scale", 1);
    }

    /** CSS pixels of the page. */
    private record Box(double x, double y, double width, double height) {
        Box onWholePixels(double scale) {
            double left = Math.round(x * scale) / scale;
            double top = Math.round(y * scale) / scale;
            double right = Math.max(Math.round((x + width) * scale), Math.round(x * scale) + 1) / scale;
            double bottom = Math.max(Math.round((y + height) * scale), Math.round(y * scale) + 1) / scale;
            return new Box(left, top, right - left, bottom - top);
        }
    }
}
