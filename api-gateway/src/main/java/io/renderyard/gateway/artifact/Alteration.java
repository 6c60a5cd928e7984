package io.renderyard.gateway.artifact;

import io.renderyard.imaging.Transform;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.render.PictureFormat;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What is to become of a stored picture. Two that say the same are equal, however they were written. */
record Alteration(Transform transform, PictureFormat.Still format) {
    /** The name of the result: the same for the same stored bytes and the same alteration. */
    String digest(Artifact artifact) {
        String canonical = artifact.sha256() + "\n" + transform + "\n" + format;
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(canonical.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
