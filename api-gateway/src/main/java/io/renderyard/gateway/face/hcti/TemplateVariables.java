package io.renderyard.gateway.face.hcti;

import io.renderyard.dialect.hcti.Definition;
import io.renderyard.handlebars.HandlebarsTemplate;
import io.renderyard.handlebars.InvalidTemplateException;
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

    TemplateVariables(TemplateLedger templates) {
        this.templates = templates;
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
                        .map(found -> variables(Definition.parse(found.definition())))
                        .orElse(_ -> false)
                : _ -> false;
    }

    private static Predicate<String> variables(Definition template) {
        try {
            return HandlebarsTemplate.compile(template.markup()).variables()::contains;
        } catch (InvalidTemplateException e) {
            throw new IllegalStateException("a stored template cannot be read", e);
        }
    }
}
