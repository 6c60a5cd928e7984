package io.renderyard.expression;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Values for others than the language: in JSON's types, with whole numbers as such. */
final class Plain {
    private static final double WHOLE = 1L << 53;

    private final Budget budget;

    Plain(Budget budget) {
        this.budget = budget;
    }

    /** Null for what JSON has no word for. */
    @Nullable
    Object of(@Nullable Object value) throws EvaluationException {
        budget.enter();
        Object plain = switch (value) {
            case null -> null;
            case Undefined ignored -> null;
            case Double number -> number(number);
            case List<?> list -> list(list);
            case Map<?, ?> map -> map(map);
            default -> value;
        };
        budget.leave();
        return plain;
    }

    private static @Nullable Object number(Double number) {
        if (!Double.isFinite(number)) {
            return null;
        }
        boolean isWhole = number == Math.rint(number) && Math.abs(number) <= WHOLE;
        return isWhole ? (Object) number.longValue() : number;
    }

    private List<@Nullable Object> list(List<?> list) throws EvaluationException {
        budget.make(16L * (1 + list.size()));
        List<@Nullable Object> plain = new ArrayList<>(list.size());
        for (Object element : list) {
            plain.add(of(element));
        }
        return plain;
    }

    private Map<String, @Nullable Object> map(Map<?, ?> map) throws EvaluationException {
        budget.make(32L * (1 + map.size()));
        Map<String, @Nullable Object> plain = new LinkedHashMap<>();
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            plain.put(String.valueOf(entry.getKey()), of(entry.getValue()));
        }
        return plain;
    }
}
