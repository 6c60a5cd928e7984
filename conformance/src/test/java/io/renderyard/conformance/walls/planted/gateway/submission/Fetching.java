package io.renderyard.conformance.walls.planted.gateway.submission;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import java.net.http.HttpClient;

/** An HTTP client at the door. */
@Breaks(Wall.SOCKETS_ONLY_IN_EGRESS)
record Fetching(HttpClient client) {}
