package io.renderyard.imaging.gif;

import java.awt.image.BufferedImage;
import java.io.IOException;

/**
 * The frames of a clip, all of one size. Each is asked for twice, in order: all of them to choose the colours, then all of
 * them to be written. Both times it must have the same pixels. None is kept, so that a source may read them from disk.
 */
public interface FrameSource {
    /** Number of frames. */
    int size();

    /** @param index from 0 */
    BufferedImage frame(int index) throws IOException;

    /**
     * How long the frame is shown, in milliseconds, more than 0. A GIF counts in hundredths of a second: the ends of the
     * frames are rounded, so that a long clip does not drift.
     */
    int durationMillis(int index);
}
