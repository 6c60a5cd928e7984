package io.renderyard.db.ledger;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Parameters of a statement that writes several rows at once: an array for each column, and in all of them a place for
 * each row.
 *
 * @param <R> what a row is made of
 */
final class Columns<R> {
    private final Map<String, @Nullable Object> all = new HashMap<>();
    private final List<R> rows;

    Columns(List<R> rows) {
        this.rows = rows;
    }

    /** @param type makes an array of the type that the driver knows */
    <T> void put(String name, IntFunction<@Nullable T[]> type, Function<R, @Nullable T> value) {
        all.put(name, rows.stream().map(value).toArray(type));
    }

    /** By name; more may be added. */
    Map<String, @Nullable Object> parameters() {
        return all;
    }
}
