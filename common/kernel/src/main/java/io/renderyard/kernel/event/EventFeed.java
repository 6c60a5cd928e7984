package io.renderyard.kernel.event;

import io.renderyard.kernel.tenant.TenantId;
import java.util.List;

/** A tenant's events in the order of their numbers: 1, 2, 3 and so on, without gaps, the same for every reader. */
public interface EventFeed {
    /**
     * Events after a number, in order.
     *
     * @param after 0 for the first
     */
    List<Event> after(TenantId tenant, long after, int limit);

    /**
     * Numbers events that are committed and have no number yet. Late commits come after what was numbered before them, so
     * that a reader who follows the numbers misses nothing.
     *
     * @return how many
     */
    int number();
}
