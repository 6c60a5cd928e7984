package io.renderyard.models.wire;

import io.renderyard.models.Answer;
import io.renderyard.models.ModelFailure;
import io.renderyard.models.Trouble;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** The answer {@code {data: [{b64_json} or {url} or {error}]}} that several APIs share. */
final class Entries {
    private Entries() {}

    static Answer.Done first(Line line, Told told, Deadline deadline) throws ModelFailure, InterruptedException {
        JsonNode entry = told.json().at("/data/0");
        Optional<JsonNode> base64 = Json.encoded(entry, "/b64_json");
        if (base64.isPresent()) {
            return Pictures.ofBase64(base64.get(), told.requestId());
        }
        Optional<String> url = Json.text(entry, "/url");
        if (url.isPresent()) {
            return line.fetch(url.get(), told.requestId(), deadline);
        }
        throw refusal(line, entry.isMissingNode() ? told.json() : entry);
    }

    /** For an error inside an answer that says yes. */
    static ModelFailure refusal(Line line, JsonNode node) {
        String code = Json.text(node, "/error/code", "/error/type").orElse("");
        String words = Json.text(node, "/error/message", "/error").orElse("an answer without a picture");
        return line.failure(Complaint.isPolicy(code) ? Trouble.POLICY : Trouble.USELESS, words);
    }
}
