package io.renderyard.conformance.wire;

import java.awt.image.BufferedImage;

/** A picture of 600x400 pixels, each of which tells where it is: one step of red for each 3 of x, of green for each 2 of y. */
final class Cells {
    static final int WIDTH = 600;
    static final int HEIGHT = 400;
    private static final int ACROSS = 3;
    private static final int DOWN = 2;

    private Cells() {}

    /** The markup of the picture at scale 1. */
    static String markup() {
        return """
                <canvas id=c width=%d height=%d style="display:block"></canvas>
                <script>
                const context = c.getContext('2d');
                for (let x = 0; x < %d; x += %d) {
                  for (let y = 0; y < %d; y += %d) {
                    context.fillStyle = `rgb(${x / %d}, ${y / %d}, ${(x + y) %% 7 * 30})`;
                    context.fillRect(x, y, %d, %d);
                  }
                }
                </script>""".formatted(WIDTH, HEIGHT, WIDTH, ACROSS, HEIGHT, DOWN, ACROSS, DOWN, ACROSS, DOWN);
    }

    /** The colour that the picture has at a place, opaque. */
    static int colour(int x, int y) {
        int left = x - x % ACROSS;
        int top = y - y % DOWN;
        return 0xFF000000 | left / ACROSS << 16 | top / DOWN << 8 | (left + top) % 7 * 30;
    }

    /** Whether a picture is the part of this one that begins at a place, judged pixel by pixel. */
    static boolean isPart(BufferedImage part, int left, int top) {
        for (int x = 0; x < part.getWidth(); x++) {
            for (int y = 0; y < part.getHeight(); y++) {
                if (part.getRGB(x, y) != colour(left + x, top + y)) {
                    return false;
                }
            }
        }
        return true;
    }
}
