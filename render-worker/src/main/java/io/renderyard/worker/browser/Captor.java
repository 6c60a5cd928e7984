package io.renderyard.worker.browser;

import io.renderyard.kernel.render.PictureFormat;
import tools.jackson.databind.node.ObjectNode;

/** One capture of a tab, in the format that Chrome itself writes best. */
record Captor(Tab tab, Deadline deadline) {
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

    /** @param scale device pixels are multiplied by it */
    static ObjectNode clipped(ObjectNode params, Box box, double scale) {
        params.put("captureBeyondViewport", true);
        params.putObject("clip")
                .put("x", box.x())
                .put("y", box.y())
                .put("width", box.width())
                .put("height", box.height())
                .put("scale", scale);
        return params;
    }

    byte[] take(ObjectNode params) throws DevToolsException, InterruptedException {
        byte[] bytes = tab.capture(params, deadline).data();
        if (bytes == null) {
            throw new DevToolsException.Refused("Page.captureScreenshot", "no picture");
        }
        return bytes;
    }
}
