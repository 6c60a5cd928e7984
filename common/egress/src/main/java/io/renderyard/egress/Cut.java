package io.renderyard.egress;

/**
 * A request that {@link EgressProxy} refused or broke off because its page had had enough.
 *
 * @param target the URL of a plain request as the client wrote it, {@code host:port} of a tunnel
 * @param sentence says in English which limit it was
 */
public record Cut(String target, TrafficLimit limit, String sentence) {}
