package io.renderyard.dialect.pictify;

import io.renderyard.kernel.job.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/**
 * What of a topic a subscription wants: every known filter that it gives must match. Unknown ones are kept and mean
 * nothing; contract {@code pictify.md}, section 11.3.
 */
final class SubscriptionFilters {
    static final String TEMPLATE = "templateId";
    static final String BINDING = "bindingId";
    static final String EXPERIMENT = "experimentId";
    static final String TYPE = "type";

    private static final List<String> KNOWN = List.of(TEMPLATE, BINDING, EXPERIMENT, TYPE);
    private static final List<String> TYPES = List.of("image", "gif", "pdf");
    private static final int LONGEST = 10_000;

    private SubscriptionFilters() {}

    /** What is wrong with them; null, as nothing, gives none. */
    static List<FieldError> errors(JsonNode filters) {
        if (!filters.isObject()) {
            return List.of(new FieldError("filters", "must be an object"));
        }
        if (filters.toString().length() > LONGEST) {
            return List.of(new FieldError("filters", "must have at most " + LONGEST + " characters"));
        }
        return KNOWN.stream()
                .flatMap(name -> error(name, filters.path(name)).stream())
                .toList();
    }

    private static Optional<FieldError> error(String name, JsonNode value) {
        if (isAbsent(value)) {
            return Optional.empty();
        }
        if (!value.isString()) {
            return Optional.of(new FieldError("filters." + name, "must be a string"));
        }
        return name.equals(TYPE) && !TYPES.contains(value.asString())
                ? Optional.of(new FieldError("filters." + name, "must be one of " + String.join(", ", TYPES)))
                : Optional.empty();
    }

    private static boolean isAbsent(JsonNode value) {
        return value.isMissingNode() || value.isNull();
    }

    /** @param facts what there is to match, by the filters' names */
    static boolean match(String filters, Map<String, String> facts) {
        JsonNode wanted = SubscriptionJson.stored(filters);
        return KNOWN.stream().allMatch(name -> {
            JsonNode value = wanted.path(name);
            return isAbsent(value) || value.asString().equals(facts.get(name));
        });
    }
}
