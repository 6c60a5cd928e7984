package io.renderyard.worker.devtools;

import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.json.JsonMapper;

/** A message as the websocket brings it. */
record JsonMessage(String text) implements Message {
    private static final String ANSWER = "{\"id\":";
    private static final String EVENT = "{\"method\":\"";
    private static final Pattern DATA =
            Pattern.compile("\"result\":\\{(\"hasDamage\":\\w+,\"screenshotData\"|\"data\"):\"");

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
        Matcher data = DATA.matcher(text).region(text.indexOf(',') + 1, text.length());
        if (text.startsWith(ANSWER) && data.lookingAt()) {
            return new Answer(
                    null, Base64.getDecoder().decode(text.substring(data.end(), text.indexOf('"', data.end()))));
        }
        return new Answer(JsonMapper.shared().readTree(text), null);
    }
}
