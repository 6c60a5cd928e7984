package io.renderyard.worker.blocking;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the consent script says, as far as it concerns us. */
sealed interface ConsentMessage {
    /** A document began and wants its rules. */
    record Init(String url) implements ConsentMessage {}

    /** A banner was refused, or could not be. */
    record OptedOut(boolean done) implements ConsentMessage {}

    /**
     * A document's script got on.
     *
     * @param instance which script; one per document
     * @param mainFrame whether the document is the page itself
     * @param lifecycle as autoconsent names it
     * @param looks how often it has looked for a banner
     */
    record Report(String instance, boolean mainFrame, String lifecycle, int looks) implements ConsentMessage {}

    /** Nothing that needs an answer, or nothing of the script's at all. */
    record Other() implements ConsentMessage {}

    /** Longer ones are no message of the script's. */
    int LONGEST = 100_000;

    static ConsentMessage of(String payload) {
        if (payload.length() > LONGEST) {
            return new Other();
        }
        try {
            return of(JsonMapper.shared().readTree(payload));
        } catch (JacksonException e) {
            return new Other();
        }
    }

    private static ConsentMessage of(JsonNode message) {
        return switch (message.path("type").asString("")) {
            case "init" -> new Init(message.path("url").asString(""));
            case "optOutResult" -> new OptedOut(message.path("result").asBoolean(false));
            case "report" ->
                new Report(
                        message.path("instanceId").asString(""),
                        message.path("mainFrame").asBoolean(false),
                        message.path("state").path("lifecycle").asString(""),
                        message.path("state").path("findCmpAttempts").asInt(0));
            default -> new Other();
        };
    }
}
