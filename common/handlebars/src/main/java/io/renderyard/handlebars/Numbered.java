package io.renderyard.handlebars;

import java.util.AbstractMap.SimpleEntry;
import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Elements of a list, each under its index. */
final class Numbered implements Iterator<Map.Entry<?, ?>> {
    private final Iterator<? extends @Nullable Object> elements;
    private int index;

    Numbered(Iterator<? extends @Nullable Object> elements) {
        this.elements = elements;
    }

    @Override
    public boolean hasNext() {
        return elements.hasNext();
    }

    @Override
    public Map.Entry<?, ?> next() {
        return new SimpleEntry<>(index++, elements.next());
    }
}
