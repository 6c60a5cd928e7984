package io.renderyard.dialect.hcti;

import io.renderyard.dialect.field.Violations;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Judges one value and brings it into the one form in which it is kept. */
interface Check {
    /**
     * @param given {@linkplain Checks#says says} something
     * @return null when there is nothing to be kept, or it is wrong, which is then noted under the name
     */
    @Nullable
    JsonNode read(String name, JsonNode given, Violations violations);
}
