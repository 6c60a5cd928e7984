package io.renderyard.gateway.submission;

import io.renderyard.kernel.job.IdempotencyKey;
import org.jspecify.annotations.Nullable;

/**
 * A request's body, and what makes repeating the request do nothing twice.
 *
 * @param key null when the client named none
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
public record NamedBody(byte[] bytes, @Nullable IdempotencyKey key) {}
