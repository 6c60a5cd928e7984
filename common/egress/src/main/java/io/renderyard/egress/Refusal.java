package io.renderyard.egress;

/**
 * A connection that {@link EgressProxy} did not make because the policy forbids it.
 *
 * @param host as normalised, {@code 127.0.0.1} however it was spelt; {@code (unreadable)}, with port 0, if it is no host
 */
public record Refusal(String host, int port, Reason reason) {}
