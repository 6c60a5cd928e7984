package io.renderyard.worker.browser;

import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * One message from the browser.
 *
 * @param id of the command it answers; 0 for an event
 * @param body the whole message; null for a message that is nothing but {@code data}
 * @param data the decoded {@code result.data} of a picture
 */
@SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
record Answer(int id, @Nullable JsonNode body, byte @Nullable [] data) {
    private static final JsonMapper JSON = JsonMapper.shared();
    private static final String ANSWER = "{\"id\":";
    private static final String DATA = "\"result\":{\"data\":\"";

    /** Megabytes of base64 go straight to bytes; only small messages become trees. */
    static Answer of(String message) {
        if (!message.startsWith(ANSWER)) {
            return new Answer(0, JSON.readTree(message), null);
        }
        int comma = message.indexOf(',');
        int id = Integer.parseInt(message, ANSWER.length(), comma, 10);
        if (message.startsWith(DATA, comma + 1)) {
            int start = comma + 1 + DATA.length();
            int end = message.indexOf('"', start);
            return new Answer(id, null, Base64.getDecoder().decode(message.substring(start, end)));
        }
        return new Answer(id, JSON.readTree(message), null);
    }

    /** True for the only events that matter: everything else is dropped unread. */
    static boolean isWorthReading(String message) {
        return message.startsWith(ANSWER)
                || message.startsWith("{\"method\":\"Page.javascriptDialogOpening\"")
                || message.startsWith("{\"method\":\"Page.frameNavigated\"")
                || message.startsWith("{\"method\":\"Inspector.targetCrashed\"")
                || message.startsWith("{\"method\":\"Target.detachedFromTarget\"");
    }

    JsonNode part(String name) {
        return body == null ? JSON.missingNode() : body.path(name);
    }
}
