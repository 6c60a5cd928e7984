package io.renderyard.dialect.hcti;

import io.renderyard.kernel.template.TemplateId;
import io.renderyard.kernel.template.TemplateVersionId;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which template, and what fills it.
 *
 * @param version the latest when null
 */
public record TemplateReference(
        TemplateId template, @Nullable Long version, ObjectNode values) {
    /** Pinned: a later version changes nothing about a picture that was asked for. */
    public Definition at(TemplateVersionId pinned) {
        return new Filling(pinned, values).definition();
    }
}
