package io.renderyard.worker.browser;

import io.renderyard.kernel.artifact.Receipt;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.Exposure;
import io.renderyard.worker.rendering.RenderException;
import io.renderyard.worker.rendering.Spool;

/** Takes one picture of a page that is ready. */
record StillCamera(RenderSpec spec, PictureFormat.Still format, Studio studio) {
    Exposure take(Tab tab) throws DevToolsException, RenderException, InterruptedException {
        Box box = new Geometry(spec, studio.deadline()).box(tab);
        double deviceScale = spec.viewport().deviceScale();
        double scale = SizeFit.of(box, deviceScale, spec.framing().limit(), format);
        if (scale < 1) {
            studio.notes().flag(Receipt.Flag.SCALED_DOWN);
        }
        Captor captor = new Captor(spec, tab, studio.deadline());
        TileGrid grid = TileGrid.of(box, deviceScale * scale);
        if (!grid.isOneTile()) {
            return mosaic(captor, grid, scale);
        }
        byte[] bytes = captor.take(Captor.of(format), box, scale);
        return Captor.isWritten(format) ? finished(bytes) : new Exposure.Plate(bytes);
    }

    private Exposure finished(byte[] bytes) {
        PictureSize size = switch (format) {
            case PictureFormat.Png ignored -> PictureSize.ofPng(bytes);
            case PictureFormat.Jpeg ignored -> PictureSize.ofJpeg(bytes);
            case PictureFormat.Webp ignored -> PictureSize.ofWebp(bytes);
            case PictureFormat.Avif ignored -> throw new IllegalArgumentException("Chrome writes no AVIF");
        };
        return new Exposure.Finished(new Picture(bytes, format, new Extent.Still(size.width(), size.height())));
    }

    private Exposure mosaic(Captor captor, TileGrid grid, double scale)
            throws DevToolsException, RenderException, InterruptedException {
        studio.notes().flag(Receipt.Flag.TILED);
        Spool spool = studio.spool();
        try {
            return grid.capture(box -> studio.spooled(spool, captor.part(Captor.exact(), box, scale)), spool);
        } catch (DevToolsException | RenderException | InterruptedException | RuntimeException e) {
            spool.close();
            throw e;
        }
    }
}
