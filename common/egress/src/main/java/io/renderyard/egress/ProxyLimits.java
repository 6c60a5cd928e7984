package io.renderyard.egress;

import java.time.Duration;

/**
 * Bounds of one proxy.
 *
 * @param connect for dialling, over all addresses of a host together
 * @param idle how long neither side of a connection may say anything
 * @param connections at the same time; further ones are turned away
 * @param refusals how many are remembered until they are drained; further ones are forgotten
 */
record ProxyLimits(Duration connect, Duration idle, int connections, int refusals) {
    static final ProxyLimits USUAL = new ProxyLimits(Duration.ofSeconds(10), Duration.ofSeconds(60), 256, 1_000);
}
