package io.renderyard.dialect.pictify;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads requests for batches; section 10.1. */
public final class BatchRequests {
    private static final int CONCURRENCY = 5;
    private static final int MOST_CONCURRENT = 10;
    private static final int LONGEST_VARIABLES = 64 * 1024;
    private static final int LONGEST_NAME = 200;

    private BatchRequests() {}

    /** @param most sets of values */
    public static Reading<BatchRequest> read(byte[] bytes, int most) {
        return Members.of(bytes).map(body -> body.orWrong(batch(body, most))).orElseGet(ImageRequests::unreadable);
    }

    private static BatchRequest batch(Members body, int most) {
        return new BatchRequest(
                RenderRequests.each(body),
                values(body, most),
                body.integer("concurrency", CONCURRENCY, 1, MOST_CONCURRENT),
                body.address("webhookUrl"));
    }

    private static BatchRequest.Values values(Members body, int most) {
        String list = body.which("variableSets", "items", "variables");
        if (!body.has("csvUrl")) {
            return sets(body, list, most);
        }
        if (body.has(list)) {
            body.wrong(
                    "csvUrl", "cannot come together with " + list + ": send one of them", FieldProblem.INVALID_FORMAT);
        }
        return new BatchRequest.Sheet(body.required("csvUrl", Integer.MAX_VALUE), mappings(body));
    }

    private static Map<String, String> mappings(Members body) {
        Map<String, String> mappings = new LinkedHashMap<>();
        body.object("mappings")
                .ifPresent(given -> given.members().propertyNames().forEach(column -> {
                    String variable = given.word(column, LONGEST_NAME);
                    if (variable != null) {
                        mappings.put(column, variable);
                    }
                }));
        return mappings;
    }

    private static BatchRequest.Sets sets(Members body, String field, int most) {
        List<Members> given = body.objects(field, most);
        if (given.isEmpty() && body.problems().isEmpty()) {
            body.wrong(field, "must have 1 to %,d elements".formatted(most), FieldProblem.OUT_OF_RANGE);
        }
        List<Map<String, @Nullable Object>> sets = new ArrayList<>();
        for (Members one : given) {
            sets.add(set(one, field.equals("items")));
        }
        return new BatchRequest.Sets(sets);
    }

    /** @param wrapped in an object with the member {@code variables} */
    private static Map<String, @Nullable Object> set(Members one, boolean wrapped) {
        Map<String, @Nullable Object> values = wrapped ? one.values("variables") : Json.values(one.members());
        if (Json.size(values) > LONGEST_VARIABLES) {
            one.wrong(wrapped ? "variables" : "", "must not take more than 64 KB of JSON", FieldProblem.TOO_LONG);
        }
        return values;
    }
}
