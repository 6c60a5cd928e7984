package io.renderyard.worker.browser;

/**
 * A host that a page wanted and the gate refused.
 *
 * @param host as the browser asked for it: a name or a literal address, IPv6 with or without brackets
 * @param port the TCP port that was asked for
 */
public record RefusedHost(String host, int port) {}
