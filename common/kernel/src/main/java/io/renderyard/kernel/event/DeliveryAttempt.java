package io.renderyard.kernel.event;

import io.renderyard.kernel.tenant.TenantId;
import java.net.URI;

/**
 * A claimed try at a delivery; its number is the fence, as with jobs.
 *
 * @param body the text to sign and send, the same on every attempt
 * @param number counts from 1
 */
public record DeliveryAttempt(DeliveryId delivery, int number, EventId event, TenantId tenant, URI url, String body) {}
