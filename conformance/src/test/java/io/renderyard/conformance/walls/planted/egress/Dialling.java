package io.renderyard.conformance.walls.planted.egress;

import io.renderyard.conformance.walls.Keeps;
import io.renderyard.conformance.walls.Wall;
import java.net.Socket;
import okhttp3.OkHttpClient;

/** The one that may dial. */
@Keeps(Wall.SOCKETS_ONLY_IN_EGRESS)
record Dialling(Socket socket, OkHttpClient client) {}
