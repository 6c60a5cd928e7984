package io.renderyard.imaging;

import com.luciad.imageio.webp.CompressionType;
import com.luciad.imageio.webp.WebPImageReaderSpi;
import com.luciad.imageio.webp.WebPImageWriterSpi;
import com.luciad.imageio.webp.WebPWriteParam;
import io.renderyard.kernel.render.PictureFormat.Webp;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Locale;
import javax.imageio.IIOImage;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** libwebp, loaded into the process from the library's jar when it is first used. */
final class WebpCodec {
    static final int MAX_SIDE = 16_383;

    private WebpCodec() {}

    /** Needs the whole picture, and another 4 bytes for each pixel while it works. */
    static void write(BufferedImage image, Webp format, OutputStream out) throws IOException {
        WebPWriteParam param = new WebPWriteParam(Locale.ROOT);
        param.setCompressionType(format.lossless() ? CompressionType.Lossless : CompressionType.Lossy);
        param.setCompressionQuality(format.quality() / 100f);
        ImageWriter writer = new WebPImageWriterSpi().createWriterInstance(null);
        try (ImageOutputStream to = new ForwardOutput(out)) {
            writer.setOutput(to);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
    }

    static BufferedImage read(byte[] webp) throws IOException, PictureException {
        ImageReader reader = new WebPImageReaderSpi().createReaderInstance(null);
        try {
            reader.setInput(new MemoryCacheImageInputStream(new ByteArrayInputStream(webp)));
            return reader.read(0, null);
        } catch (OutOfMemoryError e) {
            // What the library makes of a status that libwebp also gives for pixels that contradict themselves.
            throw PictureException.broken("libwebp cannot find enough memory for what it declares");
        } finally {
            reader.dispose();
        }
    }
}
