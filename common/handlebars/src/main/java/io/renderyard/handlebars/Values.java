package io.renderyard.handlebars;

import com.github.jknack.handlebars.ValueResolver;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Looks into maps, lists and texts; any other object has nothing in it. */
final class Values implements ValueResolver {
    private static final String LENGTH = "length";

    private final Run run;

    Values(Run run) {
        this.run = run;
    }

    @Override
    public Object resolve(Object value, String name) {
        run.step();
        Object member = member(value, name);
        return member == null ? UNRESOLVED : member;
    }

    /** The same value, not to be turned into text by anyone else. */
    static @Nullable Object safe(@Nullable Object value) {
        return switch (value) {
            case null -> null;
            case Elements elements -> elements;
            case Members members -> members;
            case List<?> list -> new Elements(list);
            case Map<?, ?> map -> new Members(map);
            default -> value;
        };
    }

    /** Null when there is none. */
    static @Nullable Object member(@Nullable Object value, String name) {
        return switch (value) {
            case Map<?, ?> map -> map.get(name);
            case List<?> list -> name.equals(LENGTH) ? (Object) list.size() : element(list, name);
            case String text -> name.equals(LENGTH) ? text.length() : null;
            case null, default -> null;
        };
    }

    private static @Nullable Object element(List<?> list, String name) {
        if (name.isEmpty() || name.length() > 9 || !name.chars().allMatch(each -> each >= '0' && each <= '9')) {
            return null;
        }
        int index = Integer.parseInt(name);
        return index < list.size() ? list.get(index) : null;
    }

    @Override
    public Object resolve(Object value) {
        return UNRESOLVED;
    }

    @Override
    public Set<Map.Entry<String, Object>> propertySet(Object value) {
        return Set.of();
    }
}
