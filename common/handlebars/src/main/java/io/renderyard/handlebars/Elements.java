package io.renderyard.handlebars;

import java.util.AbstractList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A list as the library may see it: asked for its text, which the library does more often than it needs, it is brief. */
final class Elements extends AbstractList<@Nullable Object> {
    private final List<? extends @Nullable Object> list;

    Elements(List<? extends @Nullable Object> list) {
        this.list = list;
    }

    @Override
    public @Nullable Object get(int index) {
        return Values.safe(list.get(index));
    }

    @Override
    public int size() {
        return list.size();
    }

    @Override
    public String toString() {
        return "";
    }
}
