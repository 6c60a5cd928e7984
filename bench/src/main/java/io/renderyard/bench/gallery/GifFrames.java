package io.renderyard.bench.gallery;

import java.awt.AlphaComposite;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.jspecify.annotations.Nullable;

/** The frames of a GIF as they are seen: each laid over what the ones before have left. */
final class GifFrames {
    private static final String FORMAT = "javax_imageio_gif_image_1.0";

    private final BufferedImage canvas;
    private final List<BufferedImage> shown = new ArrayList<>();
    private int durationMs;

    private GifFrames(int width, int height) {
        canvas = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB);
    }

    static Decoded read(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream input = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(input, false, false);
            ByteBuffer header = ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN);
            GifFrames frames = new GifFrames(header.getShort(6) & 0xFFFF, header.getShort(8) & 0xFFFF);
            int count = reader.getNumImages(true);
            for (int i = 0; i < count; i++) {
                frames.lay(reader.read(i), reader.getImageMetadata(i));
            }
            return new Decoded(
                    new Expectation.Size(frames.canvas.getWidth(), frames.canvas.getHeight()),
                    frames.shown,
                    frames.durationMs,
                    loops(gif),
                    null,
                    "");
        } finally {
            reader.dispose();
        }
    }

    private void lay(BufferedImage frame, IIOMetadata metadata) {
        IIOMetadataNode root = (IIOMetadataNode) metadata.getAsTree(FORMAT);
        IIOMetadataNode place = child(root, "ImageDescriptor");
        IIOMetadataNode control = child(root, "GraphicControlExtension");
        int x = number(place, "imageLeftPosition");
        int y = number(place, "imageTopPosition");
        BufferedImage before = copy(canvas);
        draw(canvas, frame, x, y);
        shown.add(copy(canvas));
        durationMs += 10 * number(control, "delayTime");
        switch (control.getAttribute("disposalMethod")) {
            case "restoreToBackgroundColor" -> clear(new Rectangle(x, y, frame.getWidth(), frame.getHeight()));
            case "restoreToPrevious" -> canvas.setData(before.getData());
            default -> {} // it stays
        }
    }

    private static IIOMetadataNode child(IIOMetadataNode root, String name) {
        return (IIOMetadataNode) root.getElementsByTagName(name).item(0);
    }

    private static int number(IIOMetadataNode node, String attribute) {
        return Integer.parseInt(node.getAttribute(attribute));
    }

    private static BufferedImage copy(BufferedImage image) {
        BufferedImage copy = new BufferedImage(image.getWidth(), image.getHeight(), BufferedImage.TYPE_INT_ARGB);
        draw(copy, image, 0, 0);
        return copy;
    }

    private static void draw(BufferedImage on, BufferedImage image, int x, int y) {
        Graphics2D graphics = on.createGraphics();
        graphics.drawImage(image, x, y, null);
        graphics.dispose();
    }

    private void clear(Rectangle place) {
        Graphics2D graphics = canvas.createGraphics();
        graphics.setComposite(AlphaComposite.Clear);
        graphics.fill(place);
        graphics.dispose();
    }

    /** Of the application block that says it; how often it is shown after the first time, 0 for ever. */
    private static @Nullable Integer loops(byte[] gif) {
        int at = new String(gif, StandardCharsets.ISO_8859_1).indexOf("NETSCAPE2.0");
        return at < 0
                ? null
                : ByteBuffer.wrap(gif).order(ByteOrder.LITTLE_ENDIAN).getShort(at + 13) & 0xFFFF;
    }
}
