package io.renderyard.kernel.batch;

import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all items of a batch share, wholly validated.
 *
 * @param base what is drawn for an item that brings variables; the options of one that brings a source of its own
 * @param lane of the items
 * @param concurrency items in flight at once, at least 1
 * @param webhook none when null
 * @param metadata the client's own words, handed back unchanged
 */
public record BatchHead(
        TenantId tenant,
        RenderSpec base,
        Lane lane,
        Priority priority,
        int concurrency,
        @Nullable BatchWebhook webhook,
        Map<String, String> metadata,
        Reuse reuse) {
    public BatchHead {
        metadata = Map.copyOf(metadata);
    }
}
