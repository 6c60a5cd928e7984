package io.renderyard.dialect.hcti;

import io.renderyard.dialect.hcti.Understanding.Refused;
import io.renderyard.dialect.hcti.Understanding.Understood;
import io.renderyard.kernel.job.FieldError;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads requests for several pictures; section 8.1. All of them or none. */
public final class BatchRequests {
    private static final int MOST = 25;
    private static final String VARIATIONS = "variations";
    private static final String DEFAULTS = "default_options";

    private BatchRequests() {}

    /** Of html and url: a variation's members stand before the defaults'. */
    public static Understanding<List<ImageRequest>> create(ObjectNode body) {
        return read(body, BatchRequests::shallow, ImageRequests::item);
    }

    /** Of templates: objects are merged through all their depth. */
    public static Understanding<List<ImageRequest>> templated(ObjectNode body) {
        return read(body, BatchRequests::deep, item -> ImageRequests.templated(item, null, null));
    }

    private interface Merge {
        ObjectNode of(ObjectNode defaults, ObjectNode variation);
    }

    private static Understanding<List<ImageRequest>> read(
            ObjectNode body, Merge merge, Function<ObjectNode, Understanding<ImageRequest>> reading) {
        JsonNode defaults = body.path(DEFAULTS);
        if (Checks.says(defaults) && !defaults.isObject()) {
            return Refused.of(List.of(new FieldError(DEFAULTS, "must be an object")));
        }
        if (!(body.path(VARIATIONS) instanceof ArrayNode variations)
                || variations.isEmpty()
                || variations.size() > MOST) {
            return Refused.of(List.of(new FieldError(VARIATIONS, "must be a list of 1 to " + MOST + " pictures")));
        }
        ObjectNode shared = defaults instanceof ObjectNode object ? object : Json.object();
        List<ImageRequest> requests = new ArrayList<>();
        List<FieldError> errors = new ArrayList<>();
        for (int i = 0; i < variations.size(); i++) {
            String at = VARIATIONS + "[" + i + "]";
            if (!(variations.get(i) instanceof ObjectNode variation)) {
                errors.add(new FieldError(at, "must be an object"));
                continue;
            }
            switch (reading.apply(merge.of(shared, variation))) {
                case Understood<ImageRequest>(ImageRequest request) -> requests.add(request);
                case Refused<ImageRequest>(String message, List<FieldError> wrong) -> {
                    if (wrong.isEmpty()) {
                        errors.add(new FieldError(at, "cannot be drawn: " + message));
                    }
                    wrong.forEach(error -> errors.add(new FieldError(at + "." + error.field(), error.message())));
                }
            }
        }
        return errors.isEmpty() ? new Understood<>(requests) : Refused.of(errors);
    }

    /** Null says nothing; empty values do. */
    private static ObjectNode shallow(ObjectNode defaults, ObjectNode variation) {
        ObjectNode merged = defaults.deepCopy();
        variation.properties().forEach(member -> {
            if (!member.getValue().isNull()) {
                merged.set(member.getKey(), member.getValue());
            }
        });
        return merged;
    }

    private static ObjectNode deep(ObjectNode defaults, ObjectNode variation) {
        ObjectNode merged = defaults.deepCopy();
        if (variation.has("template_id") && !variation.path("template_id").equals(defaults.path("template_id"))) {
            merged.remove("template_version");
        }
        return into(merged, variation);
    }

    private static ObjectNode into(ObjectNode merged, ObjectNode variation) {
        variation.properties().forEach(member -> {
            if (merged.path(member.getKey()) instanceof ObjectNode below
                    && member.getValue() instanceof ObjectNode above) {
                into(below, above);
            } else {
                merged.set(member.getKey(), member.getValue());
            }
        });
        return merged;
    }
}
