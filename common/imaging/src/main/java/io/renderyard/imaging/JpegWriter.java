package io.renderyard.imaging;

import io.renderyard.imaging.RowRaster.RowFailure;
import io.renderyard.kernel.render.PictureFormat.Jpeg;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Objects;
import javax.imageio.IIOException;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageTypeSpecifier;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.metadata.IIOMetadata;
import javax.imageio.stream.ImageOutputStream;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** Writes a JPEG while its rows come in; transparent parts are laid on the format's colour. */
final class JpegWriter {
    static final int MAX_SIDE = 65_500;

    private static final String TREE = "javax_imageio_jpeg_image_1.0";
    /** From here on colours are kept at full resolution, so that thin coloured text stays sharp. */
    private static final int FULL_COLOUR = 90;

    private JpegWriter() {}

    static void write(Rows rows, Jpeg format, OutputStream out) throws IOException, PictureException {
        if (rows.width() > MAX_SIDE || rows.height() > MAX_SIDE) {
            throw PictureException.tooLarge(
                    "JPEG holds at most %d pixels on a side, the picture has %d x %d: choose PNG."
                            .formatted(MAX_SIDE, rows.width(), rows.height()));
        }
        Rows filled = new FilledRows(rows, format.fill());
        try (RowReader reader = filled.open();
                ImageOutputStream to = new ForwardOutput(out)) {
            write(new RowPicture(new RowRaster(reader, rows.width(), rows.height())), format, to);
        } catch (RowFailure failure) {
            rethrow(failure);
        }
    }

    private static void write(RowPicture picture, Jpeg format, ImageOutputStream to) throws IOException {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        try {
            ImageWriteParam param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(format.quality() / 100f);
            IIOMetadata metadata = writer.getDefaultImageMetadata(
                    ImageTypeSpecifier.createFromBufferedImageType(BufferedImage.TYPE_INT_RGB), param);
            describe(metadata, format.quality() >= FULL_COLOUR, format.dpi());
            writer.setOutput(to);
            writer.write(null, new IIOImage(picture, null, metadata), param);
        } finally {
            writer.dispose();
        }
    }

    private static void describe(IIOMetadata metadata, boolean fullColour, @Nullable Integer dpi) throws IIOException {
        Element tree = (Element) metadata.getAsTree(TREE);
        if (fullColour) {
            NodeList components = tree.getElementsByTagName("componentSpec");
            for (int i = 0; i < components.getLength(); i++) {
                Element component = (Element) components.item(i);
                component.setAttribute("HsamplingFactor", "1");
                component.setAttribute("VsamplingFactor", "1");
            }
        }
        if (dpi != null) {
            Element jfif = (Element) tree.getElementsByTagName("app0JFIF").item(0);
            jfif.setAttribute("resUnits", "1");
            jfif.setAttribute("Xdensity", Integer.toString(dpi));
            jfif.setAttribute("Ydensity", Integer.toString(dpi));
        }
        metadata.setFromTree(TREE, tree);
    }

    private static void rethrow(RowFailure failure) throws IOException, PictureException {
        switch (Objects.requireNonNull(failure.getCause(), "a failure to read has a cause")) {
            case PictureException picture -> throw picture;
            case IOException io -> throw io;
            default -> throw failure;
        }
    }
}
