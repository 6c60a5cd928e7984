package io.renderyard.conformance.walls.planted.gateway.submission;

import io.renderyard.conformance.walls.Breaks;
import io.renderyard.conformance.walls.Wall;
import io.renderyard.conformance.walls.planted.worker.Told;
import java.net.Socket;

/** An application that knows another one, and dials. */
@Breaks({Wall.THE_TABLE, Wall.SOCKETS_ONLY_IN_EGRESS})
record Knowing(Told told, Socket socket) {}
