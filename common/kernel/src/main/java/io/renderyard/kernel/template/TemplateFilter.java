package io.renderyard.kernel.template;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Which templates are listed, and in which order. What is null or empty lets all through.
 *
 * @param search stands in the name or the description, in whichever case
 * @param tags all of them
 * @param open whether anybody may have it rendered
 */
public record TemplateFilter(
        @Nullable String search,
        @Nullable String type,
        @Nullable String category,
        Set<String> tags,
        @Nullable String output,
        Order order,
        @Nullable Boolean open) {
    public enum Order {
        NEWEST,
        OLDEST,
        NAME
    }

    public TemplateFilter {
        tags = Set.copyOf(tags);
    }
}
