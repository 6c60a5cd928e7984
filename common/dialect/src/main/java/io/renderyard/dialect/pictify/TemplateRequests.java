package io.renderyard.dialect.pictify;

import io.renderyard.kernel.template.Engine;
import io.renderyard.kernel.template.TemplateBody;
import io.renderyard.kernel.template.TemplateContent;
import io.renderyard.kernel.template.TemplateHead;
import io.renderyard.kernel.template.TemplateLayout;
import io.renderyard.kernel.template.TemplateVariable;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads templates; sections 7.1, 7.3 and 7.6. */
public final class TemplateRequests {
    private static final String UNTITLED = "Untitled template";
    private static final int LONGEST_HTML_BYTES = 500 * 1024;
    private static final int LARGEST = 4_096;
    private static final int LONGEST_NAME = 200;
    private static final int LONGEST_WORD = 100;
    private static final int LONGEST_DESCRIPTION = 5_000;
    private static final int MOST_TAGS = 50;
    private static final int MOST_VARIABLES = 200;
    private static final int MOST_LAYOUTS = 20;
    private static final int LONGEST_VALUE = 1_000_000;
    private static final Pattern KEY = Pattern.compile("[a-z0-9-]{1,64}");
    private static final Pattern NAME = Pattern.compile("[A-Za-z_$][A-Za-z0-9_$.-]{0,99}");
    private static final List<String> NOTES = List.of("containsPII", "source", "property", "elementId");
    private static final List<String> ENGINES = List.of("html", "expression", "handlebars");
    private static final List<String> OUTPUTS = List.of(TemplateHead.IMAGE, TemplateHead.PDF, TemplateHead.GIF);

    private final Members body;
    private final @Nullable TemplateContent before;
    private final Instant now;

    private TemplateRequests(Members body, @Nullable TemplateContent before, Instant now) {
        this.body = body;
        this.before = before;
        this.now = now;
    }

    /** A new one. Which places its markup has is for whoever knows its language. */
    public static Reading<TemplateContent> create(byte[] bytes, Instant now) {
        return read(bytes, null, now);
    }

    /** One whose markup lies beside what its author says of it. */
    public static Reading<TemplateContent> create(byte[] head, String html, Instant now) {
        return Members.of(head)
                .map(body -> {
                    body.members().put("html", html);
                    return new TemplateRequests(body, null, now).read();
                })
                .orElseGet(ImageRequests::unreadable);
    }

    /** The next version of one; what is not sent stays as it is. */
    public static Reading<TemplateContent> change(byte[] bytes, TemplateContent before, Instant now) {
        return read(bytes, before, now);
    }

    private static Reading<TemplateContent> read(byte[] bytes, @Nullable TemplateContent before, Instant now) {
        return Members.of(bytes)
                .map(body -> new TemplateRequests(body, before, now).read())
                .orElseGet(ImageRequests::unreadable);
    }

    private Reading<TemplateContent> read() {
        if (body.has("fabricJSData") || "fabric".equals(body.at("engine").asString(""))) {
            return new Reading.LeftOut<>(
                    "Canvas templates (fabricJSData): this server does not have them yet. Send html.");
        }
        Optional<String> large = tooLarge();
        if (large.isPresent()) {
            return new Reading.TooLarge<>(large.get());
        }
        TemplateContent content = new TemplateContent(
                engine(),
                head(),
                base(),
                variables(),
                layouts(),
                body.flag("strictVariables", before != null && before.strict()),
                body.flag("jsEnabled", before != null && before.scripts()),
                body.flag("hasDynamicLink", before != null && before.open()),
                before == null ? TemplateContent.PLAIN : before.options());
        return body.orWrong(content);
    }

    private Optional<String> tooLarge() {
        boolean large = isLarge(body)
                || body.object("layouts").stream()
                        .flatMap(layouts -> layouts.members().propertyNames().stream()
                                .flatMap(key -> layouts.members().path(key).isObject()
                                        ? layouts.object(key).stream()
                                        : Stream.<Members>empty()))
                        .anyMatch(TemplateRequests::isLarge);
        return large
                ? Optional.of("A template's html may have 500 KB at most. Put large pictures behind a URL instead.")
                : Optional.empty();
    }

    private static boolean isLarge(Members within) {
        return within.at("html").asString("").getBytes(StandardCharsets.UTF_8).length > LONGEST_HTML_BYTES;
    }

    private Engine engine() {
        Engine asked = body.choice("engine", ENGINES)
                .map(word -> word.equals("handlebars") ? Engine.HANDLEBARS : Engine.EXPRESSION)
                .orElse(null);
        if (before == null) {
            return asked == null ? Engine.EXPRESSION : asked;
        }
        boolean same = asked == null
                || asked == before.engine()
                || "html".equals(body.at("engine").asString(""));
        if (!same) {
            body.wrong("engine", "cannot be changed: make another template", FieldProblem.INVALID_FORMAT);
        }
        return before.engine();
    }

    private TemplateHead head() {
        TemplateHead old = before == null ? TemplateHead.of(UNTITLED, null) : before.head();
        String name = body.word("name", LONGEST_NAME);
        return new TemplateHead(
                name == null ? old.name() : name,
                text("description", LONGEST_DESCRIPTION, old.description()),
                text("type", LONGEST_WORD, old.type()),
                text("category", LONGEST_WORD, old.category()),
                body.has("tags") ? body.texts("tags", MOST_TAGS, LONGEST_WORD) : old.tags(),
                body.choice("outputFormat", OUTPUTS).orElse(old.output()));
    }

    private @Nullable String text(String field, int longest, @Nullable String old) {
        return body.has(field) ? body.word(field, longest) : old;
    }

    private TemplateBody base() {
        TemplateBody old = before == null ? null : before.base();
        String markup;
        if (body.has("html")) {
            markup = Objects.requireNonNullElse(body.text("html", Integer.MAX_VALUE), "");
            if (markup.isBlank() && body.at("html").isString()) {
                body.wrong("html", "must not be empty", FieldProblem.REQUIRED);
            }
        } else {
            if (old == null) {
                body.wrong("html", "is required", FieldProblem.REQUIRED);
            }
            markup = old == null ? "" : old.markup();
        }
        return new TemplateBody(
                markup,
                old == null ? null : old.style(),
                side(body, "width", old == null ? null : old.width()),
                side(body, "height", old == null ? null : old.height()));
    }

    private static @Nullable Integer side(Members within, String field, @Nullable Integer old) {
        return within.has(field) ? within.integer(field, 1, LARGEST) : old;
    }

    private List<TemplateVariable> variables() {
        if (!body.has("variableDefinitions")) {
            return before == null ? List.of() : before.variables();
        }
        Map<String, TemplateVariable> variables = new LinkedHashMap<>();
        for (Members one : body.objects("variableDefinitions", MOST_VARIABLES)) {
            String name = one.required("name", LONGEST_WORD);
            if (!name.isEmpty() && !NAME.matcher(name).matches()) {
                one.wrong("name", "must be letters, digits and _ and begin with a letter", FieldProblem.INVALID_FORMAT);
            } else if (variables.put(name, variable(one, name)) != null && !name.isEmpty()) {
                one.wrong("name", "is there twice", FieldProblem.INVALID_FORMAT);
            }
        }
        return List.copyOf(variables.values());
    }

    private static TemplateVariable variable(Members one, String name) {
        String type = one.word("type", LONGEST_WORD);
        Optional<Members> validation = one.object("validation");
        Integer least = validation
                .map(rules -> rules.integer("minLength", 0, LONGEST_VALUE))
                .orElse(null);
        Integer most = validation
                .map(rules -> rules.integer("maxLength", 0, LONGEST_VALUE))
                .orElse(null);
        boolean required = one.flag("required", false)
                || validation.map(rules -> rules.flag("required", false)).orElse(false);
        Map<String, @Nullable Object> notes = new LinkedHashMap<>();
        NOTES.stream().filter(one::has).forEach(note -> notes.put(note, Json.value(one.at(note))));
        return new TemplateVariable(
                name,
                type == null ? TemplateVariable.TEXT : type,
                Json.value(one.at("defaultValue")),
                one.text("description", LONGEST_DESCRIPTION),
                required,
                least,
                most,
                one.flag("allowRawHtml", false),
                notes);
    }

    private Map<String, TemplateLayout> layouts() {
        if (!body.has("layouts")) {
            return before == null ? Map.of() : before.layouts();
        }
        Map<String, TemplateLayout> layouts = new LinkedHashMap<>();
        body.object("layouts").ifPresent(given -> {
            List<String> keys = new ArrayList<>(given.members().propertyNames());
            if (keys.size() > MOST_LAYOUTS) {
                body.wrong("layouts", "must not have more than 20 members", FieldProblem.OUT_OF_RANGE);
                return;
            }
            for (String key : keys) {
                if (!KEY.matcher(key).matches() || isReserved(key)) {
                    given.wrong(
                            key,
                            "must be a key of 1 to 64 small letters, digits and dashes, and not default",
                            FieldProblem.INVALID_FORMAT);
                } else {
                    given.object(key).ifPresent(layout -> layouts.put(key, layout(key, layout)));
                }
            }
        });
        return layouts;
    }

    private static boolean isReserved(String key) {
        return key.equals(RenderRequest.BASE) || key.equals("constructor") || key.equals("prototype");
    }

    private TemplateLayout layout(String key, Members given) {
        TemplateLayout old = before == null ? null : before.layouts().get(key);
        String name = given.word("name", LONGEST_NAME);
        String markup = given.word("html", Integer.MAX_VALUE);
        if (markup == null && old == null) {
            given.wrong("html", "is required", FieldProblem.REQUIRED);
        }
        return new TemplateLayout(
                name == null ? key : name,
                new TemplateBody(
                        markup == null ? (old == null ? "" : old.body().markup()) : markup,
                        null,
                        side(given, "width", old == null ? null : old.body().width()),
                        side(given, "height", old == null ? null : old.body().height())),
                old == null ? now : old.createdAt());
    }
}
