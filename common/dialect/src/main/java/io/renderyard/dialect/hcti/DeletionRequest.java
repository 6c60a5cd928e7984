package io.renderyard.dialect.hcti;

import io.renderyard.dialect.hcti.Understanding.Refused;
import io.renderyard.dialect.hcti.Understanding.Understood;
import io.renderyard.kernel.image.ImageId;
import io.renderyard.kernel.job.FieldError;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads which pictures are to be deleted; section 8.2. Ids that can be nobody's are passed over, as unknown ones are. */
public final class DeletionRequest {
    private static final String IDS = "ids";
    private static final int MOST = 25;

    private DeletionRequest() {}

    public static Understanding<Set<ImageId>> read(ObjectNode body) {
        if (!(body.path(IDS) instanceof ArrayNode given) || given.isEmpty() || given.size() > MOST) {
            return Refused.of(List.of(new FieldError(IDS, "must be a list of 1 to " + MOST + " ids")));
        }
        Set<ImageId> ids = new LinkedHashSet<>();
        for (JsonNode id : given) {
            if (!id.isString()) {
                return Refused.of(List.of(new FieldError(IDS, "must be a list of strings")));
            }
            ImageId.parse(id.stringValue()).ifPresent(ids::add);
        }
        return new Understood<>(ids);
    }
}
