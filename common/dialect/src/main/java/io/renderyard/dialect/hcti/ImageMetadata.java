package io.renderyard.dialect.hcti;

import io.renderyard.kernel.image.Image;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** What is known of a picture; section 8.4. */
public final class ImageMetadata {
    private ImageMetadata() {}

    /**
     * JSON.
     *
     * @param definition of the image
     * @param renderedAt null while it has not been drawn
     */
    public static ObjectNode of(Image image, String definition, @Nullable Instant renderedAt) {
        ObjectNode fields = Definition.parse(definition).fields();
        return fields.put("id", image.id().toString())
                .put("created_at", Times.of(image.createdAt()))
                .put("last_render_stored_at", renderedAt == null ? null : Times.of(renderedAt))
                .putNull("saved_to_storage_destination_at")
                .putNull("og_config_id")
                .putNull("og_config_content_version")
                .put("storage_destination_hcti_storage_disabled", false);
    }
}
