package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.TemplateAnswer;
import io.renderyard.dialect.pictify.TemplateName;
import io.renderyard.dialect.pictify.TemplatePage;
import io.renderyard.dialect.pictify.TemplateView;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateFilter;
import io.renderyard.kernel.template.TemplateHead;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.template.TemplateVersionId;
import io.renderyard.kernel.tenant.Credential;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.process.web.Needs;
import io.renderyard.process.web.RequestKey;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Templates that come with the farm; section 7.2. */
@RestController
@Tag(name = "Pictify face")
class PictifyStarterController {
    private final Starters starters;
    private final Templates templates;
    private final Thumbnails thumbnails;

    PictifyStarterController(Starters starters, Templates templates, Thumbnails thumbnails) {
        this.starters = starters;
        this.templates = templates;
        this.thumbnails = thumbnails;
    }

    @Operation(summary = "List the templates that come with the farm")
    @GetMapping("/pictify/public/templates")
    TemplatePage list(@RequestParam Map<String, String> query) {
        TemplateQuery wanted = TemplateQuery.of(query);
        List<TemplateView> found = starters.all().entrySet().stream()
                .filter(one -> isMeant(one.getValue().head(), wanted.filter()))
                .map(one -> TemplateView.starter(one.getKey(), one.getValue(), Starters.SINCE))
                .toList();
        return TemplatePage.of(
                found.stream()
                        .skip((long) (wanted.page() - 1) * wanted.limit())
                        .limit(wanted.limit())
                        .toList(),
                wanted.page(),
                wanted.limit(),
                found.size());
    }

    private static boolean isMeant(TemplateHead head, TemplateFilter filter) {
        String text = (head.name() + "\n" + head.description()).toLowerCase(Locale.ROOT);
        return (filter.search() == null || text.contains(filter.search().toLowerCase(Locale.ROOT)))
                && isMeant(filter.type(), head.type())
                && isMeant(filter.category(), head.category())
                && isMeant(filter.output(), head.output())
                && head.tags().containsAll(filter.tags());
    }

    private static boolean isMeant(@Nullable String wanted, @Nullable String given) {
        return wanted == null || wanted.equals(given);
    }

    @Operation(summary = "Get a template that comes with the farm")
    @GetMapping("/pictify/public/templates/{name}")
    TemplateAnswer get(@PathVariable String name) {
        return TemplateAnswer.of(TemplateView.starter(name, find(name), Starters.SINCE));
    }

    @Operation(summary = "Take a template that comes with the farm as a beginning of one's own")
    @PostMapping("/pictify/public/templates/{name}/fork")
    TemplateAnswer fork(
            @Parameter(hidden = true) @Needs(Scope.TEMPLATES_CREATE_UPDATE) Credential credential,
            @PathVariable String name,
            @Parameter(hidden = true) HttpServletRequest request) {
        TemplateVersionId id = templates.create(
                credential.tenant(), find(name), RequestKey.of(request).key().orElse(null));
        TemplateVersion version = templates.find(credential.tenant(), TemplateName.of(id.template()));
        thumbnails.renew(version);
        return TemplateAnswer.of(TemplateView.whole(version, thumbnails.address(version)));
    }

    private TemplateContent find(String name) {
        return starters.find(name).orElseThrow(() -> Refusal.unknown("template", name));
    }
}
