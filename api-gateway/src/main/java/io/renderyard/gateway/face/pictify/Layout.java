package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.RenderRequest;
import io.renderyard.kernel.template.TemplateBody;
import io.renderyard.kernel.template.TemplateLayout;
import io.renderyard.kernel.template.TemplateVersion;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;

/**
 * One of a template's bodies; section 7.6.
 *
 * @param name for people
 */
record Layout(String key, String name, TemplateBody body) {
    private static final String FALLBACK = "X-Layout-Fallback";

    static Layout base(TemplateVersion template) {
        return new Layout(RenderRequest.BASE, "Default", template.content().base());
    }

    /** @throws Refusal 404 when the template has none of this key */
    static Layout of(TemplateVersion template, String key) {
        if (key.equals(RenderRequest.BASE)) {
            return base(template);
        }
        TemplateLayout layout = template.content().layouts().get(key);
        if (layout == null) {
            throw Refusal.unknown("layout", key);
        }
        return new Layout(key, layout.name(), layout.body());
    }

    /**
     * Keys of what is to be drawn.
     *
     * @param response is told when the base stands for an unknown layout
     */
    static List<String> keys(TemplateVersion template, RenderRequest wanted, HttpServletResponse response) {
        List<String> known = wanted.layouts().stream()
                .map(key -> wanted.forgiving() && !isKnown(template, key) ? RenderRequest.BASE : key)
                .toList();
        if (!known.equals(wanted.layouts())) {
            response.setHeader(FALLBACK, "true");
        }
        return known;
    }

    static boolean isKnown(TemplateVersion template, String key) {
        return key.equals(RenderRequest.BASE) || template.content().layouts().containsKey(key);
    }

    /** Its key where only layouts beside the base have one; empty for the base. */
    String own() {
        return key.equals(RenderRequest.BASE) ? "" : key;
    }
}
