package io.renderyard.gateway.artifact;

import io.renderyard.imaging.Transform;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.process.web.ProblemException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** What is to become of a stored picture. Two that say the same are equal, however they were written. */
record Alteration(Transform transform, PictureFormat.Still format) {
    /** @throws ProblemException that names every parameter that is wrong */
    static Alteration of(Changes changes, StillName name) {
        List<FieldError> errors = errors(changes, name);
        if (!errors.isEmpty()) {
            throw Refusals.wrong(errors);
        }
        return new Alteration(changes.transform(), name.format(changes.dpi()));
    }

    static List<FieldError> errors(Changes changes, StillName name) {
        List<FieldError> errors = new ArrayList<>(changes.errors());
        if (changes.dpi() != null && !name.hasResolution()) {
            errors.add(changes.error(Parameter.DPI, "is for png and jpeg only"));
        }
        return errors;
    }

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
