package io.renderyard.imaging;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.awt.image.ColorModel;
import java.awt.image.Raster;
import java.awt.image.RenderedImage;
import java.awt.image.SampleModel;
import java.awt.image.WritableRaster;
import java.util.Vector;
import org.jspecify.annotations.Nullable;

/** A picture of one tile for writers that take one row after the other and therefore never need all of it. */
final class RowPicture implements RenderedImage {
    private final Raster tile;
    private final ColorModel colours;

    /** @param tile says it is whole, and has its rows when they are asked for */
    RowPicture(RowRaster tile) {
        this.tile = tile;
        this.colours = new BufferedImage(1, 1, BufferedImage.TYPE_INT_RGB).getColorModel();
    }

    @Override
    public Raster getTile(int tileX, int tileY) {
        return tile;
    }

    @Override
    public Raster getData() {
        return tile;
    }

    @Override
    public Raster getData(Rectangle area) {
        return tile.createChild(area.x, area.y, area.width, area.height, area.x, area.y, null);
    }

    @Override
    public WritableRaster copyData(@Nullable WritableRaster to) {
        throw new UnsupportedOperationException("its rows can only be read once, in their order");
    }

    @Override
    public int getWidth() {
        return tile.getWidth();
    }

    @Override
    public int getHeight() {
        return tile.getHeight();
    }

    @Override
    public ColorModel getColorModel() {
        return colours;
    }

    @Override
    public SampleModel getSampleModel() {
        return tile.getSampleModel();
    }

    @Override
    public Vector<RenderedImage> getSources() {
        return new Vector<>();
    }

    @Override
    public Object getProperty(String name) {
        return java.awt.Image.UndefinedProperty;
    }

    @Override
    public String @Nullable [] getPropertyNames() {
        return null;
    }

    @Override
    public int getMinX() {
        return 0;
    }

    @Override
    public int getMinY() {
        return 0;
    }

    @Override
    public int getNumXTiles() {
        return 1;
    }

    @Override
    public int getNumYTiles() {
        return 1;
    }

    @Override
    public int getMinTileX() {
        return 0;
    }

    @Override
    public int getMinTileY() {
        return 0;
    }

    @Override
    public int getTileWidth() {
        return tile.getWidth();
    }

    @Override
    public int getTileHeight() {
        return tile.getHeight();
    }

    @Override
    public int getTileGridXOffset() {
        return 0;
    }

    @Override
    public int getTileGridYOffset() {
        return 0;
    }
}
