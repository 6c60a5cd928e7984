package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.worker.devtools.Deadline;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.RenderException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The submission's own script. It may promise, use {@code await} at its top level, and lead the page elsewhere. */
record CallersScript(String text) {
    private static final int LONGEST_COMPLAINT = 500;

    /** Returns when what the script promises has come, or the page has left for another document. */
    void run(Tab tab, Deadline deadline) throws DevToolsException, RenderException, InterruptedException {
        try {
            JsonNode thrown = thrown(tab, deadline, false);
            if (isAboutAwait(thrown)) {
                thrown = thrown(tab, deadline, true);
            }
            if (thrown.isObject()) {
                throw new RenderException(FailureCode.SCRIPT_FAILED, "Your script failed: " + complaint(thrown));
            }
        } catch (DevToolsException.Refused e) {
            if (!e.isForAnotherDocument()) {
                throw e;
            }
        }
    }

    /** Top-level {@code await} needs a mode in which a promise that the script ends with is not waited for. */
    private JsonNode thrown(Tab tab, Deadline deadline, boolean topLevelAwait)
            throws DevToolsException, InterruptedException {
        ObjectNode evaluation = DevTools.params()
                .put("expression", text)
                .put("awaitPromise", true)
                .put("replMode", topLevelAwait);
        return DevTools.await(tab.run(evaluation), "the script", deadline)
                .part("result")
                .path("exceptionDetails");
    }

    /** Nothing of a script has run when it is no script, so it may be tried in another way. */
    private static boolean isAboutAwait(JsonNode thrown) {
        String description = thrown.path("exception").path("description").asString("");
        return description.startsWith("SyntaxError") && description.contains("await");
    }

    private static String complaint(JsonNode thrown) {
        JsonNode exception = thrown.path("exception");
        String text = exception
                .path("description")
                .asString(exception.path("value").asString(thrown.path("text").asString("it threw")));
        String line = text.lines().findFirst().orElse("it threw");
        return line.length() <= LONGEST_COMPLAINT ? line : line.substring(0, LONGEST_COMPLAINT) + "…";
    }
}
