package io.renderyard.conformance.walls.planted.gateway.submission;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import okhttp3.OkHttpClient;

/** An HTTP client from a library. */
@Breaks(Wall.SOCKETS_ONLY_IN_EGRESS)
record Calling(OkHttpClient client) {}
