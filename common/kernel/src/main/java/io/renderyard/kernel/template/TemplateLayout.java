package io.renderyard.kernel.template;

import java.time.Instant;

/** Another shape of the same template, filled with the same variables. */
public record TemplateLayout(String name, TemplateBody body, Instant createdAt) {}
