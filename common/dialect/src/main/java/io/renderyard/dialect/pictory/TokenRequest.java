package io.renderyard.dialect.pictory;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.tenant.Secret;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Who wants a token; contract {@code pictory.md}, section 2.2. Whatever else is sent means nothing. */
public record TokenRequest(String clientId, Secret clientSecret) {
    /** What came of reading one. */
    public sealed interface Reading {
        record Understood(TokenRequest request) implements Reading {}

        /** @param errors every field that is wrong; none when the body is not JSON at all */
        record Wrong(List<FieldError> errors) implements Reading {
            public Wrong {
                errors = List.copyOf(errors);
            }
        }
    }

    public static Reading json(byte[] body) {
        Optional<JsonNode> json = Json.read(body);
        if (json.isEmpty()) {
            return new Reading.Wrong(List.of());
        }
        return json.get().isObject()
                ? read(json.get())
                : new Reading.Wrong(List.of(Checked.error("value", "must be of type object")));
    }

    /** Of a form, decoded. */
    public static Reading form(Optional<String> clientId, Optional<String> clientSecret) {
        ObjectNode form = JsonNodeFactory.instance.objectNode();
        clientId.ifPresent(value -> form.put("client_id", value));
        clientSecret.ifPresent(value -> form.put("client_secret", value));
        return read(form);
    }

    private static Reading read(JsonNode body) {
        List<FieldError> errors = new ArrayList<>();
        Checked members = new Checked(body, errors);
        String id = members.required("client_id");
        Secret secret = new Secret(members.required("client_secret"));
        return errors.isEmpty() ? new Reading.Understood(new TokenRequest(id, secret)) : new Reading.Wrong(errors);
    }
}
