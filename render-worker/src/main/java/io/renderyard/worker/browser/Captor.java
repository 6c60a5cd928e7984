package io.renderyard.worker.browser;

import io.renderyard.kernel.render.Area;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import tools.jackson.databind.node.ObjectNode;

/** One capture of a tab, in the format that Chrome itself writes best. */
record Captor(RenderSpec spec, Tab tab, Deadline deadline) {
    /** Parameters for exact pixels, as fast as Chrome gives them. */
    static ObjectNode exact() {
        return DevTools.params().put("format", "png").put("optimizeForSpeed", true);
    }

    /** Parameters for what Chrome can write itself; what it cannot is captured exactly and encoded later. */
    static ObjectNode of(PictureFormat.Still format) {
        return switch (format) {
            case PictureFormat.Jpeg jpeg ->
                DevTools.params().put("format", "jpeg").put("quality", jpeg.quality());
            case PictureFormat.Webp webp
            when !webp.lossless() -> DevTools.params().put("format", "webp").put("quality", webp.quality());
            case PictureFormat.Webp ignored -> exact();
            case PictureFormat.Png ignored -> exact();
            case PictureFormat.Avif ignored -> exact();
        };
    }

    /** True when what {@link #of} gives is in the format already, apart from metadata. */
    static boolean isWritten(PictureFormat.Still format) {
        return switch (format) {
            case PictureFormat.Png png -> png.packing() instanceof PictureFormat.Packing.Fast;
            case PictureFormat.Jpeg ignored -> true;
            case PictureFormat.Webp webp -> !webp.lossless();
            case PictureFormat.Avif ignored -> false;
        };
    }

    /**
     * @param box what is captured when it is not the window as it is
     * @param scale device pixels are multiplied by it
     */
    byte[] take(ObjectNode format, Box box, double scale) throws DevToolsException, InterruptedException {
        return scale == 1 && spec.framing().area() instanceof Area.Window ? window(format) : part(format, box, scale);
    }

    private byte[] window(ObjectNode format) throws DevToolsException, InterruptedException {
        byte[] bytes = spec.viewport().deviceScale() == 1
                ? tab.captureFrame(format, deadline).data()
                : null;
        return bytes == null ? capture(format) : bytes;
    }

    /** Also of what lies beyond the window. */
    byte[] part(ObjectNode format, Box box, double scale) throws DevToolsException, InterruptedException {
        format.put("captureBeyondViewport", true);
        format.putObject("clip")
                .put("x", box.x())
                .put("y", box.y())
                .put("width", box.width())
                .put("height", box.height())
                .put("scale", scale);
        return capture(format);
    }

    private byte[] capture(ObjectNode params) throws DevToolsException, InterruptedException {
        byte[] bytes = tab.capture(params, deadline).data();
        if (bytes == null) {
            throw new DevToolsException.Refused("Page.captureScreenshot", "no picture");
        }
        return bytes;
    }
}
