package io.renderyard.worker.browser;

import java.util.Base64;
import tools.jackson.databind.json.JsonMapper;

/** A message as the websocket brings it. */
record JsonMessage(String text) implements Message {
    private static final String ANSWER = "{\"id\":";
    private static final String EVENT = "{\"method\":\"";
    private static final String DATA = "\"result\":{\"data\":\"";

    @Override
    public int id() {
        return text.startsWith(ANSWER) ? Integer.parseInt(text, ANSWER.length(), text.indexOf(','), 10) : 0;
    }

    @Override
    public String method() {
        return text.startsWith(EVENT) ? text.substring(EVENT.length(), text.indexOf('"', EVENT.length())) : "";
    }

    /** Megabytes of base64 go straight to bytes; only small messages become trees. */
    @Override
    public Answer read() {
        int afterId = text.indexOf(',') + 1;
        if (text.startsWith(ANSWER) && text.startsWith(DATA, afterId)) {
            int start = afterId + DATA.length();
            int end = text.indexOf('"', start);
            return new Answer(null, Base64.getDecoder().decode(text.substring(start, end)));
        }
        return new Answer(JsonMapper.shared().readTree(text), null);
    }
}
