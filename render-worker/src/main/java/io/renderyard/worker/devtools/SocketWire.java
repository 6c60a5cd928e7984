package io.renderyard.worker.devtools;

import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.WebSocket;
import okhttp3.WebSocketListener;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** JSON over the browser's websocket: for browsers that do not speak over a pipe. */
public final class SocketWire implements Wire {
    /** OkHttp gives up the whole socket when more than this waits to be sent. */
    private static final int LONGEST_COMMAND = 16 * 1024 * 1024 - 1024;

    private final OkHttpClient client;
    private final String address;

    @Nullable
    private volatile WebSocket socket;

    public SocketWire(OkHttpClient client, String address) {
        this.client = client;
        this.address = address;
    }

    @Override
    public void listen(Ear ear) {
        socket = client.newWebSocket(new Request.Builder().url(address).build(), new Hearing(ear));
    }

    @Override
    public void send(ObjectNode command) throws DevToolsException {
        WebSocket open = socket;
        String text = JsonMapper.shared().writeValueAsString(command);
        if (text.length() > LONGEST_COMMAND) {
            throw new DevToolsException.Refused(command.path("method").asString(""), "the page is too long");
        }
        if (open == null || !open.send(text)) {
            throw new DevToolsException.Gone("the browser is gone");
        }
    }

    @Override
    public void close() {
        WebSocket open = socket;
        if (open != null) {
            open.cancel();
        }
    }

    private static final class Hearing extends WebSocketListener {
        private final Ear ear;

        Hearing(Ear ear) {
            this.ear = ear;
        }

        @Override
        public void onMessage(WebSocket webSocket, String text) {
            ear.hear(new JsonMessage(text));
        }

        @Override
        public void onClosing(WebSocket webSocket, int code, String reason) {
            webSocket.cancel();
            ear.end("the browser closed its socket");
        }

        @Override
        public void onFailure(WebSocket webSocket, Throwable failure, @Nullable Response response) {
            ear.end("the browser's socket broke: " + failure);
        }
    }
}
