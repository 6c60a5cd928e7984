package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.FieldProblem;
import io.renderyard.dialect.pictify.TemplateName;
import io.renderyard.gateway.template.FlawedTemplateException;
import io.renderyard.gateway.template.ParsedTemplate;
import io.renderyard.gateway.template.TemplateCache;
import io.renderyard.gateway.template.TemplateValues;
import io.renderyard.gateway.template.UnfilledTemplateException;
import io.renderyard.kernel.job.Acceptance;
import io.renderyard.kernel.job.IdempotencyKey;
import io.renderyard.kernel.template.TemplateBody;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateLedger;
import io.renderyard.kernel.template.TemplateVersion;
import io.renderyard.kernel.template.TemplateVersionId;
import io.renderyard.kernel.tenant.TenantId;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/** Finds templates by this face's names, and judges them and their values in its words. */
@Component
class Templates {
    private final TemplateLedger ledger;
    private final TemplateCache parsed;

    Templates(TemplateLedger ledger, TemplateCache parsed) {
        this.ledger = ledger;
        this.parsed = parsed;
    }

    TemplateVersion find(TenantId tenant, String name) {
        return TemplateName.parse(name)
                .flatMap(id -> ledger.find(tenant, id, null))
                .orElseThrow(() -> Refusal.unknown("template", name));
    }

    /**
     * @param key the client's name for this request; null when there is none
     * @throws Refusal 422 when the key stands for another request
     */
    TemplateVersionId create(TenantId tenant, TemplateContent content, @Nullable IdempotencyKey key) {
        if (key == null) {
            return ledger.create(tenant, content);
        }
        return switch (ledger.create(tenant, content, key)) {
            case Acceptance.Accepted<TemplateVersionId>(TemplateVersionId id) -> id;
            case Acceptance.Repeated<TemplateVersionId>(TemplateVersionId id) -> id;
            case Acceptance.KeyTaken<TemplateVersionId> ignored -> throw DrawnPictures.taken();
        };
    }

    /** With a definition for each place of its markup; what had none is told by name. */
    static Declared declared(TemplateContent content) {
        Set<String> known = new LinkedHashSet<>();
        content.variables().forEach(variable -> known.add(variable.name()));
        Set<String> found = new LinkedHashSet<>();
        for (TemplateBody body : content.bodies()) {
            found.addAll(read(content, body).variables());
        }
        found.removeAll(known);
        return new Declared(content.declaring(found), List.copyOf(found));
    }

    record Declared(TemplateContent content, List<String> added) {}

    /** @throws Refusal 422 when it is not of its language */
    static ParsedTemplate read(TemplateContent content, TemplateBody body) {
        try {
            return ParsedTemplate.of(content.engine(), body.markup());
        } catch (FlawedTemplateException e) {
            String code = switch (e.flaw()) {
                case UNREADABLE -> "HANDLEBARS_COMPILE_ERROR";
                case UNKNOWN_FUNCTION -> "HELPER_NOT_ALLOWED";
                case TOO_LARGE -> "TEMPLATE_TOO_LARGE";
            };
            String message = String.valueOf(e.getMessage());
            throw Refusal.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "expression error",
                            message,
                            code,
                            List.of(new FieldProblem("html", message, code)))
                    .with(Map.of("line", e.line(), "col", e.column(), "hint", e.hint()));
        }
    }

    /**
     * Values for its places, judged by its author's rules.
     *
     * @throws Refusal 422 when they break them
     */
    static Map<String, @Nullable Object> values(
            TemplateContent content, Map<String, ? extends @Nullable Object> given) {
        TemplateValues values = TemplateValues.of(content.variables(), given);
        if (!values.problems().isEmpty()) {
            List<FieldProblem> problems =
                    values.problems().stream().map(Templates::problem).toList();
            FieldProblem first = problems.getFirst();
            throw Refusal.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "validation error",
                    first.field() + " " + first.message() + ".",
                    first.code(),
                    problems);
        }
        return values.all();
    }

    private static FieldProblem problem(TemplateValues.Problem problem) {
        String code = switch (problem.rule()) {
            case REQUIRED -> "VARIABLE_REQUIRED";
            case LENGTH -> "too_long";
        };
        return new FieldProblem("variables." + problem.variable(), problem.message(), code);
    }

    /**
     * A body with its values, which is also how they are judged.
     *
     * @param layout key of the body's layout; empty for the base
     * @throws Refusal 422 when the template cannot be filled with these values
     */
    String fill(TemplateVersion version, String layout, TemplateBody body, Map<String, @Nullable Object> values) {
        return fill(parsed.get(version, layout, body), version.content(), values);
    }

    /** As {@link #fill(TemplateVersion, String, TemplateBody, Map)}, for a body that is not kept. */
    static String fill(ParsedTemplate template, TemplateContent content, Map<String, @Nullable Object> values) {
        try {
            return template.fill(content, values);
        } catch (UnfilledTemplateException e) {
            throw refusal(e);
        }
    }

    private static Refusal refusal(UnfilledTemplateException e) {
        String code = switch (e.reason()) {
            case UNDEFINED_VARIABLE -> "UNDEFINED_VARIABLE";
            case RAW_NOT_ALLOWED -> "RAW_HTML_NOT_ALLOWED";
            case TOO_MANY_ITERATIONS -> "ITERATION_LIMIT_EXCEEDED";
            case TOO_MUCH -> "TEMPLATE_TOO_LARGE";
        };
        String field = e.reason() == UnfilledTemplateException.Reason.UNDEFINED_VARIABLE ? "undefined_variable" : code;
        String message = String.valueOf(e.getMessage());
        return Refusal.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "expression error",
                message,
                code,
                List.of(new FieldProblem("variables", message, field)));
    }
}
