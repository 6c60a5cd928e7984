package io.renderyard.dialect.pictify;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template that is to be rendered with many sets of values; section 10.1.
 *
 * @param render how each of them is
 * @param values where they come from
 * @param concurrency pictures in the making at once
 * @param webhookUrl who is told of the end; nobody when null
 */
public record BatchRequest(
        RenderRequest render,
        Values values,
        int concurrency,
        @Nullable URI webhookUrl) {
    /** Where sets of values come from. */
    public sealed interface Values {}

    /** The request itself; at least one. */
    public record Sets(List<Map<String, @Nullable Object>> all) implements Values {
        public Sets {
            all = List.copyOf(all);
        }
    }

    /**
     * A table elsewhere, a set in each row.
     *
     * @param address an upload, or somebody else's
     * @param mappings variables by the names of columns; none where the columns have the variables' names
     */
    public record Sheet(String address, Map<String, String> mappings) implements Values {
        public Sheet {
            mappings = Map.copyOf(mappings);
        }
    }
}
