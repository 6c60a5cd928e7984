package io.renderyard.dialect.hcti;

import io.renderyard.dialect.field.Violations;
import io.renderyard.dialect.hcti.Understanding.Refused;
import io.renderyard.dialect.hcti.Understanding.Understood;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.template.TemplateId;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads requests for one picture; sections 3 and 7.2. */
public final class ImageRequests {
    static final String NO_SOURCE = "HTML is Required";

    private static final Set<String> EXTENSIONS = Set.of("png", "jpg", "jpeg", "webp", "pdf");
    private static final Duration HTML_WINDOW = Duration.ofDays(30);
    private static final int LONGEST_WINDOW = 31_536_000;

    private ImageRequests() {}

    /** Of html, url, or the template that the body names. */
    public static Understanding<ImageRequest> create(ObjectNode body) {
        return Checks.says(body.path("template_id")) ? templated(body, null, null) : alone(body, true);
    }

    /** As {@link #create}, without templates and without looking for equals. */
    static Understanding<ImageRequest> item(ObjectNode body) {
        return alone(body, false);
    }

    private static Understanding<ImageRequest> alone(ObjectNode body, boolean mayBeEqual) {
        Violations violations = new Violations();
        DefinitionReader reader = new DefinitionReader(body, violations);
        if (!reader.hasSource()) {
            return Refused.of(NO_SOURCE);
        }
        Definition definition = reader.read(false);
        String extension = extension(body, violations);
        Duration window = mayBeEqual ? window(body, reader.isUrl(), violations) : Duration.ZERO;
        return violations.all().isEmpty()
                ? new Understood<>(new ImageRequest.Alone(definition, extension, window))
                : Refused.of(violations.all());
    }

    /** Of a signed address: without what such an address cannot carry. */
    public static Understanding<Definition> signed(ObjectNode query) {
        Violations violations = new Violations();
        DefinitionReader reader = new DefinitionReader(query, violations);
        if (!reader.hasSource()) {
            return Refused.of(NO_SOURCE);
        }
        Definition definition = reader.read(true);
        return violations.all().isEmpty() ? new Understood<>(definition) : Refused.of(violations.all());
    }

    /**
     * @param path the template and its version where the address names them, null where the body does
     */
    public static Understanding<ImageRequest> templated(
            ObjectNode body, @Nullable TemplateId path, @Nullable Long version) {
        Violations violations = new Violations();
        TemplateId template = path == null
                ? TemplateName.parse(body.path("template_id").asString("")).orElse(null)
                : path;
        if (template == null) {
            violations.add("template_id", "must be a template's id, such as t-0193…");
        }
        Long pinned = version == null ? version(body.path("template_version"), violations) : version;
        Optional<ObjectNode> values = values(body.path("template_values"));
        if (values.isEmpty()) {
            violations.add("template_values", "must be an object with a value for each place of the template");
        }
        String extension = extension(body, violations);
        if (template == null || values.isEmpty() || !violations.all().isEmpty()) {
            return Refused.of(violations.all());
        }
        return new Understood<>(
                new ImageRequest.Templated(new TemplateReference(template, pinned, values.get()), extension));
    }

    private static Optional<ObjectNode> values(JsonNode given) {
        return Checks.opened(given) instanceof ObjectNode object && !object.isEmpty()
                ? Optional.of(object)
                : Optional.empty();
    }

    private static @Nullable Long version(JsonNode given, Violations violations) {
        if (!Checks.says(given)) {
            return null;
        }
        Optional<Long> number = Checks.whole(given, 1, Long.MAX_VALUE);
        if (number.isEmpty()) {
            violations.add("template_version", "must be a version's number");
        }
        return number.orElse(null);
    }

    private static @Nullable String extension(ObjectNode body, Violations violations) {
        JsonNode given = body.path("format");
        if (!Checks.says(given)) {
            return null;
        }
        String format = given.asString("").toLowerCase(Locale.ROOT);
        if (!EXTENSIONS.contains(format)) {
            violations.add("format", "must be png, jpg, jpeg, webp or pdf");
        }
        return format;
    }

    private static Duration window(ObjectNode body, boolean isUrl, Violations violations) {
        Duration otherwise = isUrl ? Duration.ZERO : HTML_WINDOW;
        JsonNode given = body.path("dedupe_duration_s");
        if (!Checks.says(given)) {
            return otherwise;
        }
        JsonNode seconds = Checks.integer(0, LONGEST_WINDOW).read("dedupe_duration_s", given, violations);
        return seconds == null ? otherwise : Duration.ofSeconds(seconds.intValue());
    }

    /** A template, or its next version; section 7.1. Its placeholders are judged by whoever knows their language. */
    public static Understanding<Definition> template(ObjectNode body) {
        Violations violations = new Violations();
        DefinitionReader reader = new DefinitionReader(body, violations);
        Definition template = reader.template();
        if (template.markup().isBlank() && violations.noneOf(Parameters.HTML)) {
            return Refused.of(NO_SOURCE);
        }
        if (template.text("css").contains("{{")) {
            violations.add("css", "must not have placeholders: what changes goes into html");
        }
        return violations.all().isEmpty() ? new Understood<>(template) : Refused.of(violations.all());
    }

    /** What is wrong with a template's markup, in the shape of every other refusal. */
    public static FieldError invalidTemplate(String why) {
        return new FieldError(Parameters.HTML, why);
    }
}
