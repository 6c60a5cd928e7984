package io.renderyard.imaging;

import java.awt.Point;
import java.awt.Rectangle;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.awt.image.SinglePixelPackedSampleModel;
import java.awt.image.WritableRaster;
import java.io.IOException;

/** As large as a picture and yet one row: each is fetched when a writer asks for it, which it must do in their order. */
final class RowRaster extends Raster {
    private static final int[] MASKS = {0xFF0000, 0xFF00, 0xFF};

    private final RowReader rows;
    private final int[] line;
    private final WritableRaster row;
    private int y = -1;

    RowRaster(RowReader rows, int width, int height) {
        super(
                new SinglePixelPackedSampleModel(java.awt.image.DataBuffer.TYPE_INT, width, height, MASKS),
                new DataBufferInt(new int[1], 1),
                new Rectangle(0, 0, width, height),
                new Point(),
                null);
        this.rows = rows;
        this.line = new int[width];
        this.row = Raster.createPackedRaster(new DataBufferInt(line, width), width, 1, width, MASKS, new Point());
    }

    /** @throws RowFailure when the row cannot be read */
    @Override
    public Raster createChild(
            int parentX, int parentY, int width, int height, int childMinX, int childMinY, int[] bands) {
        if (height != 1 || parentY < y || parentX != 0 || width != getWidth()) {
            throw new UnsupportedOperationException("its rows can only be read once, in their order");
        }
        try {
            while (y < parentY) {
                rows.next(line);
                y++;
            }
        } catch (IOException | PictureException e) {
            throw new RowFailure(e);
        }
        return row;
    }

    /** Carries a failure to read through a writer of the JDK. */
    static final class RowFailure extends RuntimeException {
        private static final long serialVersionUID = 1;

        RowFailure(Exception cause) {
            super(cause);
        }
    }
}
