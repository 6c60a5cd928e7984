package io.renderyard.imaging.gif;

import io.renderyard.imaging.gif.UnsuitableFramesException.Reason;
import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.awt.image.Raster;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Frames as GIF knows them: a pixel is opaque, {@code 0xFFrrggbb}, or not there at all, {@code 0}. */
final class FrameReader {
    private static final int LONGEST_SIDE = 0xFFFF;
    /** 8192 x 8192; the encoder holds about twenty bytes for each. */
    private static final long MOST_PIXELS = 1L << 26;

    private final FrameSource frames;
    private final int width;
    private final int height;
    private @Nullable BufferedImage copy;

    FrameReader(FrameSource frames) throws IOException {
        this.frames = frames;
        BufferedImage first = frames.frame(0);
        this.width = first.getWidth();
        this.height = first.getHeight();
        if (width > LONGEST_SIDE || height > LONGEST_SIDE || (long) width * height > MOST_PIXELS) {
            throw new UnsuitableFramesException(
                    Reason.TOO_LARGE,
                    "The frames are %d x %d pixels; a GIF may have sides up to %d and %d pixels in all. Make them smaller."
                            .formatted(width, height, LONGEST_SIDE, MOST_PIXELS));
        }
    }

    int width() {
        return width;
    }

    int height() {
        return height;
    }

    /** @param pixels filled row by row, width x height */
    void read(int index, int[] pixels) throws IOException {
        BufferedImage frame = frames.frame(index);
        if (frame.getWidth() != width || frame.getHeight() != height) {
            throw new UnsuitableFramesException(
                    Reason.SIZES_DIFFER,
                    "Frame %d is %d x %d pixels, but the first is %d x %d; all frames of a GIF have one size."
                            .formatted(index, frame.getWidth(), frame.getHeight(), width, height));
        }
        switch (frame.getType()) {
            case BufferedImage.TYPE_INT_RGB -> copy(frame.getRaster(), pixels, 0xFF000000);
            case BufferedImage.TYPE_INT_ARGB -> copy(frame.getRaster(), pixels, 0);
            default -> copy(converted(frame).getRaster(), pixels, 0);
        }
    }

    private BufferedImage converted(BufferedImage frame) {
        BufferedImage target = copy;
        if (target == null) {
            target = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            copy = target;
        }
        Graphics2D graphics = target.createGraphics();
        graphics.setComposite(AlphaComposite.Src);
        graphics.drawImage(frame, 0, 0, null);
        graphics.dispose();
        return target;
    }

    private void copy(Raster raster, int[] pixels, int opaque) {
        if (pixels.length == ((DataBufferInt) raster.getDataBuffer()).getSize()) {
            System.arraycopy(((DataBufferInt) raster.getDataBuffer()).getData(), 0, pixels, 0, pixels.length);
        } else {
            raster.getDataElements(0, 0, width, height, pixels);
        }
        for (int i = 0; i < pixels.length; i++) {
            int pixel = pixels[i] | opaque;
            pixels[i] = pixel < 0 ? pixel | 0xFF000000 : 0;
        }
    }
}
