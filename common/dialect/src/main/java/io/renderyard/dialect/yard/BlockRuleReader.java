package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.BlockRule;
import io.renderyard.kernel.render.ResourceType;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads which requests are not made. */
final class BlockRuleReader {
    private static final int MAX_RULES = 100;
    private static final int MAX_PATTERN = 512;

    private final Violations violations;

    BlockRuleReader(Violations violations) {
        this.violations = violations;
    }

    List<BlockRule> read(@Nullable List<TrafficRequest.@Nullable Block> rules) {
        List<TrafficRequest.Block> given =
                violations.elements("requests.block", rules, MAX_RULES, "must be a JSON object");
        List<BlockRule> read = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String field = "requests.block[" + i + "]";
            String url = violations.text(field + ".url", given.get(i).url(), MAX_PATTERN);
            Set<ResourceType> types = types(field + ".types", given.get(i).types());
            if (url != null || !types.isEmpty()) {
                read.add(new BlockRule(url, types));
            } else if (violations.noneOf(field)) {
                violations.add(field, "must name a url, types or both: without them it would block everything");
            }
        }
        return read;
    }

    private Set<ResourceType> types(String field, @Nullable List<@Nullable String> words) {
        List<String> given = violations.elements(field, words, ResourceType.values().length, "must be a string");
        Set<ResourceType> types = EnumSet.noneOf(ResourceType.class);
        for (int i = 0; i < given.size(); i++) {
            violations
                    .choice(field + "[" + i + "]", given.get(i), ResourceType.values(), ResourceType::label)
                    .ifPresent(types::add);
        }
        return types;
    }
}
