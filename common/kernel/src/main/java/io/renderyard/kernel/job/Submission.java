package io.renderyard.kernel.job;

import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a client sends, wholly validated and free of any vendor's words.
 *
 * @param variables what fills the places in the source
 * @param webhook who is told of its end; nobody when null
 * @param metadata the client's own words, handed back unchanged
 * @param reuse how far a picture may be shared
 */
public record Submission(
        TenantId tenant,
        RenderSpec spec,
        Variables variables,
        Lane lane,
        @Nullable Webhook webhook,
        Map<String, String> metadata,
        Reuse reuse) {
    public Submission {
        metadata = Map.copyOf(metadata);
    }
}
