package io.renderyard.dialect.pictify;

import java.util.List;

/** {@code GET /templates}; section 7.2. */
public record TemplatePage(List<TemplateView> templates, Pages pagination) {
    public static TemplatePage of(List<TemplateView> templates, int page, int limit, long total) {
        return new TemplatePage(List.copyOf(templates), Pages.of(page, limit, total));
    }
}
