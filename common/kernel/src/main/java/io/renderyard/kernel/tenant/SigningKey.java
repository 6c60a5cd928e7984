package io.renderyard.kernel.tenant;

/** A key with which its owner may sign addresses. */
public record SigningKey(TenantId tenant, Secret key) {}
