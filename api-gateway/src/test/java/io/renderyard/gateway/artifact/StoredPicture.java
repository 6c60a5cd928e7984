package io.renderyard.gateway.artifact;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.artifact.ArtifactStore;
import io.renderyard.kernel.render.Content;
import io.renderyard.kernel.render.Extent;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Objects;
import javax.imageio.ImageIO;

/** 60 x 40 pixels, the left half red and the right half blue. */
final class StoredPicture {
    static final int RED = 0xFFFF0000;
    static final int BLUE = 0xFF0000FF;

    private StoredPicture() {}

    static Artifact store(ArtifactStore store) throws IOException {
        return store(store, "png", "image/png", png());
    }

    static Artifact store(ArtifactStore store, String extension, String contentType, byte[] bytes) throws IOException {
        ArtifactKey key = new ArtifactKey("4f/a2/picture-1." + extension);
        store.store(key, new Content.InMemory(bytes));
        return new Artifact(
                new ArtifactId("abcdefghijklmnopqrstuvwxyz"),
                key,
                contentType,
                bytes.length,
                new Extent.Still(60, 40),
                "ab".repeat(32));
    }

    private static byte[] png() throws IOException {
        BufferedImage image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < 40; y++) {
            for (int x = 0; x < 60; x++) {
                image.setRGB(x, y, x < 30 ? RED : BLUE);
            }
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(image, "png", out);
        return out.toByteArray();
    }

    static BufferedImage decode(byte[] bytes) throws IOException {
        return Objects.requireNonNull(ImageIO.read(new ByteArrayInputStream(bytes)));
    }
}
