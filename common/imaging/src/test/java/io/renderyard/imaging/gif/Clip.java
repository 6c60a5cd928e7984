package io.renderyard.imaging.gif;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** Drawn frames, all of one duration. */
record Clip(List<BufferedImage> frames, int millis) implements FrameSource {
    interface Painter {
        void paint(Graphics2D graphics, int frame);
    }

    static Clip of(int millis, BufferedImage... frames) {
        return new Clip(List.of(frames), millis);
    }

    static Clip drawn(int count, int width, int height, Painter painter) {
        IntFunction<BufferedImage> frame = i -> {
            BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
            Graphics2D graphics = image.createGraphics();
            graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            painter.paint(graphics, i);
            graphics.dispose();
            return image;
        };
        return new Clip(IntStream.range(0, count).mapToObj(frame).toList(), 100);
    }

    /** A card with far more than 256 colours, over which a soft disc moves. */
    static Clip card(int count) {
        return drawn(count, 160, 90, (graphics, i) -> {
            graphics.setPaint(new GradientPaint(0, 0, new Color(0x2575FC), 160, 90, new Color(0xFF6A88)));
            graphics.fillRect(0, 0, 160, 90);
            graphics.setPaint(new GradientPaint(0, 0, new Color(0x00FF9C), 0, 90, new Color(0x40FFFF00, true)));
            graphics.fillOval(5 + 8 * i, 20, 50, 50);
        });
    }

    /** Every pixel another colour, like film grain. */
    static BufferedImage noise(int width, int height, long seed) {
        Random random = new Random(seed);
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        for (int i = 0; i < width * height; i++) {
            image.setRGB(i % width, i / width, random.nextInt(0x1000000));
        }
        return image;
    }

    static BufferedImage plain(int width, int height, int argb) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
        image.setRGB(
                0,
                0,
                width,
                height,
                IntStream.generate(() -> argb).limit((long) width * height).toArray(),
                0,
                width);
        return image;
    }

    byte[] encoded(GifOptions options) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new GifEncoder(options).encode(this, out, GifProgress.SILENT);
        return out.toByteArray();
    }

    Played played(GifOptions options) throws IOException {
        return Played.of(encoded(options));
    }

    @Override
    public int size() {
        return frames.size();
    }

    @Override
    public BufferedImage frame(int index) {
        return frames.get(index);
    }

    @Override
    public int durationMillis(int index) {
        return millis;
    }
}
