package io.renderyard.worker.browser;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import tools.jackson.databind.node.ObjectNode;

/** Takes one picture of a page that is ready. */
record StillCamera(RenderSpec spec, PictureFormat.Still format, Notes notes, Deadline deadline) {
    Exposure take(Tab tab) throws DevToolsException, RenderException, InterruptedException {
        ObjectNode params = DevTools.params();
        Box box = new Geometry(spec, deadline).box(tab);
        double scale =
                SizeFit.of(box, spec.viewport().deviceScale(), spec.framing().limit(), format);
        if (scale < 1) {
            notes.flag(Receipt.Flag.SCALED_DOWN);
        }
        if (scale < 1 || !(spec.framing().area() instanceof Area.Window)) {
            clip(params, box, scale);
        }
        switch (format) {
            case PictureFormat.Png ignored -> params.put("format", "png").put("optimizeForSpeed", true);
            case PictureFormat.Jpeg jpeg -> params.put("format", "jpeg").put("quality", jpeg.quality());
            case PictureFormat.Webp webp -> params.put("format", "webp").put("quality", webp.quality());
            case PictureFormat.Avif ignored -> params.put("format", "png").put("optimizeForSpeed", true);
        }
        byte[] bytes = tab.call("Page.captureScreenshot", params, deadline).data();
        if (bytes == null) {
            throw new DevToolsException.Refused("Page.captureScreenshot", "no picture");
        }
        PictureSize size = switch (format) {
            case PictureFormat.Png ignored -> PictureSize.ofPng(bytes);
            case PictureFormat.Jpeg ignored -> PictureSize.ofJpeg(bytes);
            case PictureFormat.Webp ignored -> PictureSize.ofWebp(bytes);
            case PictureFormat.Avif ignored -> PictureSize.ofPng(bytes);
        };
        return new Exposure.Finished(new Picture(bytes, format, new Extent.Still(size.width(), size.height())));
    }

    private static void clip(ObjectNode params, Box box, double scale) {
        params.put("captureBeyondViewport", true);
        params.putObject("clip")
                .put("x", box.x())
                .put("y", box.y())
                .put("width", box.width())
                .put("height", box.height())
                .put("scale", scale);
    }
}
