package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.FieldProblem;
import io.renderyard.kernel.template.TemplateFilter;
import io.renderyard.kernel.template.TemplateHead;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Which templates are listed; section 7.2. */
record TemplateQuery(TemplateFilter filter, int page, int limit) {
    private static final int USUAL = 12;
    private static final int MOST = 100;
    private static final int LAST_PAGE = 1_000_000;
    private static final List<String> OUTPUTS = List.of(TemplateHead.IMAGE, TemplateHead.PDF, TemplateHead.GIF);

    static TemplateQuery of(Map<String, String> query) {
        String search = Queries.word(query.get("search"));
        return new TemplateQuery(
                new TemplateFilter(
                        search == null ? Queries.word(query.get("q")) : search,
                        Queries.word(query.get("type")),
                        Queries.word(query.get("category")),
                        tags(query),
                        output(Queries.word(query.get("outputFormat"))),
                        order(query.get("sort")),
                        open(query)),
                Queries.number("page", query.get("page"), 1, 1, LAST_PAGE),
                Queries.number("limit", query.get("limit"), USUAL, 1, MOST));
    }

    private static Set<String> tags(Map<String, String> query) {
        String given = Queries.word(query.getOrDefault("tags", query.get("tag")));
        return given == null
                ? Set.of()
                : Arrays.stream(given.split(","))
                        .map(String::strip)
                        .filter(tag -> !tag.isEmpty())
                        .collect(Collectors.toSet());
    }

    private static @Nullable String output(@Nullable String given) {
        if (given == null || given.equalsIgnoreCase("all")) {
            return null;
        }
        String word = given.toLowerCase(Locale.ROOT);
        if (!OUTPUTS.contains(word)) {
            throw wrong("outputFormat", "must be all, image, pdf or gif");
        }
        return word;
    }

    private static TemplateFilter.Order order(@Nullable String given) {
        String word = Optional.ofNullable(Queries.word(given)).orElse("newest");
        return Arrays.stream(TemplateFilter.Order.values())
                .filter(order -> order.name().equalsIgnoreCase(word))
                .findFirst()
                .orElseThrow(() -> wrong("sort", "must be newest, oldest or name"));
    }

    private static @Nullable Boolean open(Map<String, String> query) {
        String given = Queries.word(query.get("hasDynamicLink"));
        return given == null ? null : (Boolean) Boolean.parseBoolean(given);
    }

    private static Refusal wrong(String field, String message) {
        return Refusal.of(List.of(new FieldProblem(field, message, "invalid_format")));
    }

    TemplateQuery ofType(String type) {
        return new TemplateQuery(
                new TemplateFilter(
                        filter.search(),
                        type,
                        filter.category(),
                        filter.tags(),
                        filter.output(),
                        filter.order(),
                        filter.open()),
                page,
                limit);
    }
}
