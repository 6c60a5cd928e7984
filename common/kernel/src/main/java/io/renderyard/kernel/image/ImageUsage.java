package io.renderyard.kernel.image;

import io.renderyard.kernel.tenant.TenantId;
import io.renderyard.kernel.usage.Interval;
import java.time.Instant;
import java.util.List;

/** Counts images, those that were deleted since included. */
public interface ImageUsage {
    /** Oldest first, without the intervals in which there was none. */
    List<ImageCount> count(TenantId tenant, Interval interval, Instant since);
}
