package io.renderyard.worker.blocking;

import java.util.Set;

/** What one line of a list says. */
sealed interface FilterLine {
    /** Nothing to do: a comment, a header, an empty line. */
    record Comment() implements FilterLine {}

    /** Something that only a browser extension could do. */
    record Unsupported() implements FilterLine {}

    /**
     * A filter on addresses.
     *
     * @param pattern as written, without options and exception mark
     */
    record Network(boolean exception, String pattern, FilterOptions options) implements FilterLine {}

    /**
     * A selector whose elements are hidden, or with {@code exception} are not.
     *
     * @param where everywhere when nothing is included
     */
    record Hiding(boolean exception, DomainSet where, String selector) implements FilterLine {
        boolean isGeneric() {
            return where.included().isEmpty();
        }

        Set<String> domains() {
            return where.included();
        }
    }
}
