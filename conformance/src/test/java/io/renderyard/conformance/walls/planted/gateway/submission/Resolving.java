package io.renderyard.conformance.walls.planted.gateway.submission;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import java.net.InetAddress;

/** A name resolved at the door. */
@Breaks(Wall.SOCKETS_ONLY_IN_EGRESS)
record Resolving(InetAddress address) {}
