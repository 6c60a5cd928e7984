package io.renderyard.kernel.template;

/**
 * Names what never changes.
 *
 * @param number milliseconds since 1970, greater than that of every version before it in the same tenant
 */
public record TemplateVersionId(TemplateId template, long number) {}
