package io.renderyard.kernel.event;

import io.renderyard.kernel.job.JobId;
import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A claimed try at a delivery; its number is the fence, as with jobs.
 *
 * @param body the text to sign and send, the same on every attempt
 * @param number counts from 1
 * @param job that the event tells of; null when it tells of a batch
 */
public record DeliveryAttempt(
        DeliveryId delivery,
        int number,
        EventId event,
        @Nullable JobId job,
        TenantId tenant,
        Endpoint endpoint,
        URI url,
        String body) {}
