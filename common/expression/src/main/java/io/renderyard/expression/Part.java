package io.renderyard.expression;

import java.util.List;

/** A piece of a template. */
sealed interface Part {
    record Literal(String text) implements Part {}

    /**
     * To be filled in.
     *
     * @param path names and indexes, from the outside in
     * @param raw true when the value is written as it is
     */
    record Place(List<String> path, boolean raw) implements Part {
        public Place {
            path = List.copyOf(path);
        }
    }
}
