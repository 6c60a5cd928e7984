package io.renderyard.models.wire;

import io.renderyard.models.Reference;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The body of a request while it is put together. */
final class Fields {
    private final Map<String, Object> fields = new LinkedHashMap<>();

    /** Leaves out what is null. */
    Fields with(String name, @Nullable Object value) {
        if (value != null) {
            fields.put(name, value);
        }
        return this;
    }

    /**
     * Puts the reference where the settings want it, else where the provider usually has it.
     *
     * @param field ending in {@code []} for a list
     * @param text the picture as the provider reads it
     */
    Fields withReference(Order order, String field, String text) {
        String name = order.referenceField() == null ? field : order.referenceField();
        return name.endsWith("[]") ? with(name.substring(0, name.length() - 2), List.of(text)) : with(name, text);
    }

    /** As a data URL, when there is one. */
    Fields withReference(Order order, String field) {
        Reference reference = order.reference();
        return reference == null ? this : withReference(order, field, reference.dataUrl());
    }

    /** The settings have the last word. An empty text takes a field away, objects are merged. */
    Fields overlaid(Map<String, Object> options) {
        overlay(fields, options);
        return this;
    }

    @SuppressWarnings("unchecked")
    private static void overlay(Map<String, Object> below, Map<String, Object> above) {
        above.forEach((name, value) -> {
            if (value == null || value.equals("")) {
                below.remove(name);
            } else if (value instanceof Map<?, ?> inner && below.get(name) instanceof Map<?, ?> here) {
                Map<String, Object> merged = new LinkedHashMap<>((Map<String, Object>) here);
                overlay(merged, (Map<String, Object>) inner);
                below.put(name, merged);
            } else {
                below.put(name, value);
            }
        });
    }

    Map<String, Object> asMap() {
        return fields;
    }

    byte[] json() {
        return Json.MAPPER.writeValueAsBytes(fields);
    }
}
