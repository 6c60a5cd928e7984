package io.renderyard.kernel.usage;

import io.renderyard.kernel.tenant.TenantId;
import java.time.Instant;
import java.util.List;

/** Counts renders, those included that are no longer kept. */
public interface RenderUsage {
    /** Entries that one step of {@link #fold} takes. */
    int STEP = 10_000;

    /** Oldest first, without the intervals in which there was nothing. Ends are counted a moment after they happened. */
    List<RenderCount> count(TenantId tenant, Interval interval, Instant since);

    /**
     * A step of housekeeping: adds up entries that were written one by one. Changes no count. May die anywhere and be
     * taken by several at once.
     *
     * @return how many entries it took, {@link #STEP} at most
     */
    int fold();
}
