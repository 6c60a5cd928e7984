package io.renderyard.models.wire;

import io.renderyard.models.Answer;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Trouble;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** Finds the picture in an answer of {@code generateContent}, or says why there is none. */
record GeminiAnswer(Line line, Told told) {
    private static final Set<String> REFUSALS = Set.of(
            "SAFETY",
            "IMAGE_SAFETY",
            "PROHIBITED_CONTENT",
            "IMAGE_PROHIBITED_CONTENT",
            "RECITATION",
            "IMAGE_RECITATION",
            "BLOCKLIST",
            "SPII");
    private static final Pattern DATA_URL = Pattern.compile("data:image/[a-z+.-]+;base64,[A-Za-z0-9+/=]+");
    private static final Pattern LINK = Pattern.compile("https?://[^\\s()<>\"'\\]]+");

    Answer.Done picture(Deadline deadline) throws ModelFailure, InterruptedException {
        JsonNode json = told.json();
        Optional<String> blocked = Json.text(json, "/promptFeedback/blockReason");
        if (blocked.isPresent()) {
            throw failure(Trouble.POLICY, blocked.get(), "/promptFeedback/blockReasonMessage");
        }
        String requestId = Json.text(json, "/responseId").orElse(told.requestId());
        JsonNode parts = json.at("/candidates/0/content/parts");
        Optional<JsonNode> inline = inlineData(parts);
        if (inline.isPresent()) {
            return Pictures.ofBase64(inline.get(), requestId);
        }
        String reason = Json.text(json, "/candidates/0/finishReason").orElse("no candidate");
        if (REFUSALS.contains(reason)) {
            throw noPicture(Trouble.POLICY, reason);
        }
        // Some that pass this API on answer with a link in the text. A refusal may have links, too.
        String text = texts(parts);
        for (Pattern form : List.of(DATA_URL, LINK)) {
            Matcher found = form.matcher(text);
            if (found.find()) {
                return line.fetch(found.group(), requestId, deadline);
            }
        }
        throw noPicture(Trouble.USELESS, reason);
    }

    private ModelFailure noPicture(Trouble trouble, String reason) {
        return failure(trouble, reason, "/candidates/0/finishMessage", "/candidates/0/content/parts/0/text");
    }

    /** The last one: what comes before, and what is marked as a thought, are drafts. */
    private static Optional<JsonNode> inlineData(JsonNode parts) {
        Optional<JsonNode> last = Optional.empty();
        for (JsonNode part : parts) {
            if (!part.path("thought").asBoolean(false)) {
                Optional<JsonNode> here = Json.encoded(part, "/inlineData/data", "/inline_data/data");
                last = here.isPresent() ? here : last;
            }
        }
        return last;
    }

    private static String texts(JsonNode parts) {
        StringBuilder texts = new StringBuilder();
        parts.forEach(part -> texts.append(part.path("text").stringValue("")).append('\n'));
        return texts.toString();
    }

    private ModelFailure failure(Trouble trouble, String reason, String... pointers) {
        return line.failure(
                trouble,
                Json.text(told.json(), pointers)
                        .map(words -> reason + ": " + words)
                        .orElse(reason));
    }
}
