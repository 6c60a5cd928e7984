package io.renderyard.worker.developing;

import io.renderyard.imaging.Encoder;
import io.renderyard.imaging.PictureException;
import io.renderyard.imaging.PictureHeader;
import io.renderyard.imaging.Stitcher;
import io.renderyard.imaging.TileSource;
import io.renderyard.imaging.Transform;
import io.renderyard.imaging.Transformer;
import io.renderyard.kernel.render.Content;
import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.worker.rendering.Exposure;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Writes stills in the formats that Chrome does not, and whole pictures from their tiles. */
record Enlarger(Transformer transformer, Encoder encoder) {
    /** What Chrome wrote in its format lacks at most the resolution. */
    Picture finish(Picture picture) throws PictureException {
        return switch (picture.format()) {
            case PictureFormat.Png png when png.dpi() != null -> rewritten(picture, png);
            case PictureFormat.Jpeg jpeg when jpeg.dpi() != null -> rewritten(picture, jpeg);
            case PictureFormat.Still ignored -> picture;
            case PictureFormat.Gif ignored -> picture;
            case PictureFormat.Pdf ignored -> picture;
        };
    }

    private Picture rewritten(Picture picture, PictureFormat.Still format) throws PictureException {
        return picture.content() instanceof Content.InMemory content
                ? new Picture(transformer.apply(content.bytes(), Transform.NONE, format), format, picture.extent())
                : picture;
    }

    Picture print(Exposure.Plate plate, PictureFormat.Still format) throws PictureException {
        PictureHeader header = PictureHeader.read(plate.png());
        return new Picture(
                transformer.apply(plate.png(), Transform.NONE, format),
                format,
                new Extent.Still(header.width(), header.height()));
    }

    Picture stitch(Exposure.Mosaic mosaic, PictureFormat.Still format) throws IOException, PictureException {
        Path file = mosaic.spool().next();
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
            Extent.Still extent = new Stitcher(encoder).stitch(new Tiles(mosaic.rows()), format, out);
            return new Picture(new Content.OnDisk(file), format, extent);
        }
    }

    private record Tiles(List<List<Path>> files) implements TileSource {
        @Override
        public int rows() {
            return files.size();
        }

        @Override
        public int columns() {
            return files.getFirst().size();
        }

        @Override
        public InputStream open(int row, int column) throws IOException {
            return Files.newInputStream(files.get(row).get(column));
        }
    }
}
