package io.renderyard.egress;

import java.net.ServerSocket;

/**
 * A port on loopback that somebody else has opened for the proxy, such as one in a browser's own network.
 *
 * @param socket bound and listening; whoever takes this closes it
 */
public record ListeningPort(ServerSocket socket) {}
