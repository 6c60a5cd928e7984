package io.renderyard.kernel.template;

import java.util.UUID;

/** Names a template through all its versions. */
public record TemplateId(UUID value) {
    @Override
    public String toString() {
        return value.toString();
    }
}
