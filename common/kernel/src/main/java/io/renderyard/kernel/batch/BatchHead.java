package io.renderyard.kernel.batch;

import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.job.Reuse;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What all items of a batch share, wholly validated.
 *
 * @param bases what is drawn for items that bring variables, each of which names one by its place; the first has the
 *     options of items that bring a source of their own
 * @param lane of the items
 * @param concurrency items in flight at once, at least 1
 * @param webhook none when null
 * @param metadata the client's own words, handed back unchanged
 */
public record BatchHead(
        TenantId tenant,
        List<RenderSpec> bases,
        Lane lane,
        Priority priority,
        int concurrency,
        @Nullable BatchWebhook webhook,
        Map<String, String> metadata,
        Reuse reuse) {
    public BatchHead {
        bases = List.copyOf(bases);
        if (bases.isEmpty()) {
            throw new IllegalArgumentException("a batch has a base");
        }
        metadata = Map.copyOf(metadata);
    }
}
