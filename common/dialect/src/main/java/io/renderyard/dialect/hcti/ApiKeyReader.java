package io.renderyard.dialect.hcti;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.tenant.Grant;
import io.renderyard.kernel.tenant.Scope;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a key shall be; contract {@code hcti.md}, section 11. Null is not given, and the unknown is passed over. */
public final class ApiKeyReader {
    private static final JsonMapper JSON = new JsonMapper();
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST_DESCRIPTION = 2_000;
    /** So that a long list of nonsense is not answered with a longer one. */
    private static final int MOST_PERMISSIONS = 100;

    private final JsonNode body;
    private final List<FieldError> errors = new ArrayList<>();

    private ApiKeyReader(JsonNode body) {
        this.body = body;
    }

    public static ApiKeyReading read(byte[] json) {
        try {
            return new ApiKeyReader(JSON.readTree(json)).read();
        } catch (JacksonException notJson) {
            return new ApiKeyReading.NotJson();
        }
    }

    private ApiKeyReading read() {
        if (!body.isObject()) {
            return new ApiKeyReading.Wrong(List.of(new FieldError("", "must be a JSON object")));
        }
        String name = text("name", LONGEST_NAME);
        Grant grant = new Grant(
                name == null || name.isBlank() ? null : name.strip(),
                text("description", LONGEST_DESCRIPTION),
                !truth("disabled"),
                permissions(),
                truth("all_future_permissions"));
        return errors.isEmpty() ? new ApiKeyReading.Understood(grant) : new ApiKeyReading.Wrong(List.copyOf(errors));
    }

    private @Nullable JsonNode given(String member) {
        JsonNode value = body.get(member);
        return value == null || value.isNull() ? null : value;
    }

    private @Nullable String text(String member, int longest) {
        JsonNode value = given(member);
        if (value == null) {
            return null;
        }
        if (!value.isString()) {
            return wrong(member, "must be a string");
        }
        String text = value.asString();
        if (text.length() > longest) {
            return wrong(member, "must not be longer than " + longest + " characters");
        }
        return text.indexOf('\0') < 0 ? text : wrong(member, "must not hold the character U+0000");
    }

    private boolean truth(String member) {
        JsonNode value = given(member);
        if (value != null && !value.isBoolean()) {
            wrong(member, "must be true or false");
        }
        return value != null && value.isBoolean() && value.asBoolean();
    }

    private Set<Scope> permissions() {
        Set<Scope> scopes = EnumSet.noneOf(Scope.class);
        JsonNode list = given("permissions");
        if (list == null) {
            wrong("permissions", "is required");
        } else if (!list.isArray()) {
            wrong("permissions", "must be a list");
        } else if (list.size() > MOST_PERMISSIONS) {
            wrong("permissions", "must not have more than " + MOST_PERMISSIONS + " elements");
        } else {
            for (int i = 0; i < list.size(); i++) {
                JsonNode label = list.get(i);
                String path = "permissions[" + i + "]";
                Scope.of(label.isString() ? label.asString() : "")
                        .ifPresentOrElse(scopes::add, () -> wrong(path, "is not a permission of this server"));
            }
        }
        return scopes;
    }

    private @Nullable String wrong(String path, String message) {
        errors.add(new FieldError(path, message));
        return null;
    }
}
