package io.renderyard.dialect.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.kernel.template.Engine;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateLayout;
import io.renderyard.kernel.template.TemplateVariable;
import io.renderyard.kernel.template.TemplateVersion;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template; section 7.1.
 *
 * @param id the same as {@code uid}, as is {@code mongoId}
 * @param engine of the vendor's two: {@code html}
 * @param language in which the html is written: {@code expression} or {@code handlebars}; ours
 * @param version number of the version that is shown; ours
 * @param variables names alone
 * @param layouts by key; left out in lists
 * @param hasDynamicLink whether its public address serves everybody
 * @param thumbnail address of a small picture; null until it is drawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TemplateView(
        String uid,
        String id,
        @JsonProperty("_id") String mongoId,
        String name,
        @Nullable String description,
        String html,
        String engine,
        String language,
        long version,
        int width,
        int height,
        @Nullable String type,
        @Nullable String category,
        List<String> tags,
        String outputFormat,
        List<String> variables,
        List<VariableView> variableDefinitions,
        @Nullable Map<String, LayoutView> layouts,
        @JsonInclude(JsonInclude.Include.ALWAYS) @Nullable String thumbnail,
        boolean jsEnabled,
        boolean strictVariables,
        boolean hasDynamicLink,
        String createdAt,
        String updatedAt) {
    /** Another shape of a template; section 7.6. */
    public record LayoutView(String html, int width, int height, String name, String createdAt) {
        static LayoutView of(TemplateLayout layout, Size base) {
            Size size = base.or(layout.body().width(), layout.body().height());
            return new LayoutView(
                    layout.body().markup(), size.width(), size.height(), layout.name(), Times.of(layout.createdAt()));
        }
    }

    /** In a list of several. */
    public static TemplateView item(TemplateVersion version, @Nullable String thumbnail) {
        return of(version, thumbnail, null);
    }

    /** By itself. */
    public static TemplateView whole(TemplateVersion version, @Nullable String thumbnail) {
        Map<String, LayoutView> layouts = new LinkedHashMap<>();
        Size base = Size.of(version.content().base());
        version.content().layouts().forEach((key, layout) -> layouts.put(key, LayoutView.of(layout, base)));
        return of(version, thumbnail, layouts);
    }

    private static TemplateView of(
            TemplateVersion version, @Nullable String thumbnail, @Nullable Map<String, LayoutView> layouts) {
        return of(
                TemplateName.of(version.id().template()),
                version.content(),
                version.id().number(),
                thumbnail,
                layouts,
                version.templateCreatedAt(),
                version.createdAt());
    }

    /**
     * One that comes with the farm.
     *
     * @param uid its name
     */
    public static TemplateView starter(String uid, TemplateContent content, Instant since) {
        return of(uid, content, 1, null, null, since, since);
    }

    private static TemplateView of(
            String uid,
            TemplateContent content,
            long version,
            @Nullable String thumbnail,
            @Nullable Map<String, LayoutView> layouts,
            Instant createdAt,
            Instant updatedAt) {
        Size size = Size.of(content.base());
        return new TemplateView(
                uid,
                uid,
                uid,
                content.head().name(),
                content.head().description(),
                content.base().markup(),
                "html",
                content.engine() == Engine.HANDLEBARS ? "handlebars" : "expression",
                version,
                size.width(),
                size.height(),
                content.head().type(),
                content.head().category(),
                content.head().tags(),
                content.head().output(),
                content.variables().stream().map(TemplateVariable::name).toList(),
                content.variables().stream().map(VariableView::of).toList(),
                layouts,
                thumbnail,
                content.scripts(),
                content.strict(),
                content.open(),
                Times.of(createdAt),
                Times.of(updatedAt));
    }
}
