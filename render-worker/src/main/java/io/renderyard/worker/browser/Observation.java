package io.renderyard.worker.browser;

import io.renderyard.worker.devtools.Answer;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.Listening;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * Writes down what the browser complains of, for as long as it is open. Its log tells of requests without the cost of the
 * network domain. Consoles are heard in the page, where a flood of lines ends before it has cost anything; what was heard
 * there comes with the page's answer (see {@link Notes#arrived}).
 */
record Observation(Listening listening) implements AutoCloseable {
    /** Goes before every document's own scripts. */
    static final String EARS = PageScript.of("ears.js");

    private static final Pattern STATUS = Pattern.compile("status of (\\d{3})");
    private static final Pattern NETWORK_ERROR = Pattern.compile("net::(ERR_[A-Z0-9_.]+)");

    /** Once per tab. */
    static CompletableFuture<Answer> prepare(Tab tab) {
        return tab.send("Log.enable", DevTools.params());
    }

    static Observation of(Tab tab, Notes notes) {
        return new Observation(tab.on("Log.entryAdded", event -> logged(event.path("entry"), notes)));
    }

    private static void logged(JsonNode entry, Notes notes) {
        if (!entry.path("level").asString("").equals("error")) {
            return;
        }
        String text = entry.path("text").asString("");
        if (!entry.path("source").asString("").equals("network")) {
            notes.consoleError(text);
            return;
        }
        String reason = reason(text);
        // What was blocked on purpose is written down by who did it, and what was broken off by us is no failure.
        if (!reason.startsWith("ERR_BLOCKED_BY_CLIENT") && !reason.equals("ERR_ABORTED")) {
            notes.failed(entry.path("url").asString(""), reason);
        }
    }

    private static String reason(String text) {
        Matcher status = STATUS.matcher(text);
        if (status.find()) {
            return "HTTP status " + status.group(1);
        }
        Matcher error = NETWORK_ERROR.matcher(text);
        return error.find() ? error.group(1) : text;
    }

    @Override
    public void close() {
        listening.close();
    }
}
