package io.renderyard.imaging.gif;

import java.awt.Rectangle;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.metadata.IIOMetadataNode;
import javax.imageio.stream.ImageInputStream;
import org.w3c.dom.Node;

/** A GIF as the JDK's reader and the rules of disposal show it. */
record Played(List<Shown> frames) {
    /**
     * @param canvas as the viewer sees it while the frame lasts
     * @param area that the file holds for this frame
     */
    record Shown(BufferedImage canvas, Rectangle area, int delay, String disposal) {}

    static Played of(byte[] gif) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("gif").next();
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(gif))) {
            reader.setInput(in);
            IIOMetadataNode screen = child(
                    reader.getStreamMetadata().getAsTree("javax_imageio_gif_stream_1.0"), "LogicalScreenDescriptor");
            BufferedImage canvas = new BufferedImage(
                    number(screen, "logicalScreenWidth"),
                    number(screen, "logicalScreenHeight"),
                    BufferedImage.TYPE_INT_ARGB);
            List<Shown> frames = new ArrayList<>();
            for (int i = 0; i < reader.getNumImages(true); i++) {
                frames.add(next(reader, i, canvas));
            }
            return new Played(frames);
        } finally {
            reader.dispose();
        }
    }

    private static Shown next(ImageReader reader, int index, BufferedImage canvas) throws IOException {
        Node tree = reader.getImageMetadata(index).getAsTree("javax_imageio_gif_image_1.0");
        IIOMetadataNode place = child(tree, "ImageDescriptor");
        IIOMetadataNode control = child(tree, "GraphicControlExtension");
        BufferedImage picture = reader.read(index);
        Rectangle area = new Rectangle(
                number(place, "imageLeftPosition"),
                number(place, "imageTopPosition"),
                picture.getWidth(),
                picture.getHeight());
        canvas.getGraphics().drawImage(picture, area.x, area.y, null);
        BufferedImage seen = new BufferedImage(canvas.getWidth(), canvas.getHeight(), BufferedImage.TYPE_INT_ARGB);
        seen.setData(canvas.getRaster());
        String disposal = control.getAttribute("disposalMethod");
        if (disposal.equals("restoreToBackgroundColor")) {
            canvas.setRGB(area.x, area.y, area.width, area.height, new int[area.width * area.height], 0, area.width);
        }
        return new Shown(seen, area, number(control, "delayTime"), disposal);
    }

    private static IIOMetadataNode child(Node parent, String name) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node.getNodeName().equals(name)) {
                return (IIOMetadataNode) node;
            }
        }
        throw new AssertionError("the GIF has no " + name);
    }

    private static int number(IIOMetadataNode node, String attribute) {
        return Integer.parseInt(node.getAttribute(attribute));
    }

    List<Integer> delays() {
        return frames.stream().map(Shown::delay).toList();
    }

    int[] pixels(int frame) {
        return pixels(frames.get(frame).canvas());
    }

    Rectangle area(int frame) {
        return frames.get(frame).area();
    }

    /** Peak signal to noise of all frames against those of the clip, in decibels. */
    double psnr(Clip clip) {
        double squares = 0;
        long channels = 0;
        for (int i = 0; i < clip.size(); i++) {
            int[] wanted = pixels(clip.frame(i));
            int[] shown = pixels(i);
            for (int at = 0; at < wanted.length; at++) {
                squares += NearestColour.distance(wanted[at], shown[at]);
            }
            channels += 3L * wanted.length;
        }
        return 10 * Math.log10(255 * 255 / (squares / channels));
    }

    static int[] pixels(BufferedImage image) {
        return image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    }
}
