package io.renderyard.db.ledger;

import io.renderyard.kernel.event.EventId;
import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.job.Lane;
import io.renderyard.kernel.tenant.TenantId;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A job that is to be accepted, as it will lie in the ledger.
 *
 * @param event the id of the event that it gets at once where its picture is there already
 * @param metadata JSON
 * @param shape that the webhook's receiver reads; null for our own envelope
 * @param painted whether a model paints all of the picture
 * @param hash null when nobody's picture may be shared
 * @param window how old a shared picture may be
 */
record Newcomer(
        JobId id,
        EventId event,
        TenantId tenant,
        Lane lane,
        String metadata,
        @Nullable String webhook,
        @Nullable String shape,
        boolean painted,
        SpecCodec.Stored spec,
        @Nullable String variables,
        @Nullable UUID hash,
        Duration window) {
    /** Bytes that others in the same statement need not wait for. */
    private static final int SMALL = 64 * 1024;

    boolean isSmall() {
        byte[] markup = spec.markup();
        return spec.spec().length()
                        + (markup == null ? 0 : markup.length)
                        + (variables == null ? 0 : variables.length())
                        + metadata.length()
                < SMALL;
    }

    Newcomer withoutHash() {
        return new Newcomer(id, event, tenant, lane, metadata, webhook, shape, painted, spec, variables, null, window);
    }
}
