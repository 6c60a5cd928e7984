package io.renderyard.gateway.face.hcti;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import javax.imageio.ImageIO;

/** A picture of 600 x 400 pixels in which every colour tells where it was. */
final class Positions {
    static final int WIDTH = 600;
    static final int HEIGHT = 400;

    private Positions() {}

    static byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < HEIGHT; y++) {
            for (int x = 0; x < WIDTH; x++) {
                image.setRGB(x, y, colour(x, y));
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    /** Red and green are the low bytes of the two, the halves of blue their high ones. */
    static int colour(int x, int y) {
        return 0xFF000000 | (x & 0xFF) << 16 | (y & 0xFF) << 8 | (x >> 8) << 4 | y >> 8;
    }

    static int x(int colour) {
        return (colour >> 4 & 0xF) << 8 | colour >> 16 & 0xFF;
    }

    static int y(int colour) {
        return (colour & 0xF) << 8 | colour >> 8 & 0xFF;
    }
}
