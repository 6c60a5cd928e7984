package io.renderyard.conformance.walls.planted.worker.attempt;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import okhttp3.WebSocket;

/** A DevTools socket beside the browser. */
@Breaks({Wall.SELENIUM_ONLY_IN_THE_BROWSER, Wall.SOCKETS_ONLY_IN_EGRESS})
record Tapped(WebSocket socket) {}
