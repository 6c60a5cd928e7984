package io.renderyard.dialect.hcti;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.kernel.template.TemplateVersion;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ObjectNode;

/** A page of templates or of versions, newest first; section 7.3. */
public record TemplatePage(List<ObjectNode> data, Pagination pagination) {
    /** Every stored parameter has its member, null where nothing is stored. */
    private static final List<String> STORED = List.of(
            "name",
            "description",
            "html",
            "css",
            "google_fonts",
            "device_scale",
            "ms_delay",
            "max_wait_ms",
            "render_when_ready",
            "viewport_width",
            "viewport_height",
            "viewport_mobile",
            "viewport_landscape",
            "viewport_touch",
            "color_scheme",
            "timezone",
            "media_type",
            "disable_twemoji",
            "transparent_background",
            "selector",
            "proxy_id",
            "storage_destination_id",
            "jumbo_max_width",
            "jumbo_max_height",
            "request_overrides");

    /** @param nextPageStart what {@code max_version} is for the next page; null on the last one */
    public record Pagination(
            @JsonProperty("next_page_start") @Nullable Long nextPageStart) {}

    /** @param found one more than {@code limit} where there is a next page */
    public static TemplatePage of(List<TemplateVersion> found, int limit) {
        boolean more = found.size() > limit;
        List<TemplateVersion> shown = more ? found.subList(0, limit) : found;
        return new TemplatePage(
                shown.stream().map(TemplatePage::item).toList(),
                new Pagination(more ? shown.getLast().id().number() : null));
    }

    private static ObjectNode item(TemplateVersion version) {
        Definition stored = TemplateForm.definition(version.content());
        ObjectNode item = Json.object()
                .put("id", TemplateName.of(version.id().template()))
                .put("version", version.id().number())
                .put("template_type", "html_css")
                .put("created_at", Times.of(version.templateCreatedAt()))
                .put("updated_at", Times.of(version.createdAt()))
                .put("render_count", version.images());
        for (String name : STORED) {
            if (stored.has(name)) {
                item.set(name, stored.at(name));
            } else {
                item.putNull(name);
            }
        }
        return item;
    }
}
