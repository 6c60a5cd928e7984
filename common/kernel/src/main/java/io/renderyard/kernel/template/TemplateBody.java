package io.renderyard.kernel.template;

import org.jspecify.annotations.Nullable;

/**
 * What is drawn.
 *
 * @param markup with places, in the template's language
 * @param style sheet without places; none when null
 * @param width CSS pixels; the face's own when null
 * @param height as {@code width}
 */
public record TemplateBody(
        String markup,
        @Nullable String style,
        @Nullable Integer width,
        @Nullable Integer height) {}
