package io.renderyard.gateway.face.hcti;

import io.renderyard.gateway.template.TemplateCache;
import io.renderyard.kernel.template.TemplateId;
import io.renderyard.kernel.template.TemplateLedger;
import io.renderyard.kernel.tenant.TenantId;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Knows which values a template has places for. */
@Component
class TemplateVariables {
    private final TemplateLedger templates;
    private final TemplateCache parsed;

    TemplateVariables(TemplateLedger templates, TemplateCache parsed) {
        this.templates = templates;
        this.parsed = parsed;
    }

    /**
     * Whether a name is one of a template's variables.
     *
     * @param version the latest when null
     * @param wanted false when nobody is going to ask, which spares reading the template
     */
    Predicate<String> of(TenantId tenant, TemplateId id, @Nullable Long version, boolean wanted) {
        return wanted
                ? templates
                        .find(tenant, id, version)
                        .<Predicate<String>>map(found ->
                                parsed.get(found, "", found.content().base()).variables()::contains)
                        .orElse(_ -> false)
                : _ -> false;
    }
}
