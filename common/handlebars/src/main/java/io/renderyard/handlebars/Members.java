package io.renderyard.handlebars;

import java.util.AbstractMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object as the library may see it; see {@link Elements}. */
final class Members extends AbstractMap<String, @Nullable Object> {
    private final Map<?, ? extends @Nullable Object> map;

    Members(Map<?, ? extends @Nullable Object> map) {
        this.map = map;
    }

    @Override
    public @Nullable Object get(Object name) {
        return Values.safe(map.get(name));
    }

    @Override
    public Set<Entry<String, @Nullable Object>> entrySet() {
        return Set.of();
    }

    Iterator<Entry<?, ?>> members() {
        Iterator<? extends Entry<?, ? extends @Nullable Object>> entries =
                map.entrySet().iterator();
        return new Iterator<>() {
            @Override
            public boolean hasNext() {
                return entries.hasNext();
            }

            @Override
            public Entry<?, ?> next() {
                Entry<?, ? extends @Nullable Object> entry = entries.next();
                return new SimpleEntry<>(entry.getKey(), Values.safe(entry.getValue()));
            }
        };
    }

    @Override
    public String toString() {
        return "";
    }
}
