package io.renderyard.dialect.pictify;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads html, url or template, of which there is exactly one. */
final class SubjectReader {
    static final int LONGEST_HTML = 10_000_000;
    private static final int LONGEST_VARIABLES = 64 * 1024;
    private static final int LONGEST_NAME = 200;

    private SubjectReader() {}

    static Subject read(Members body) {
        List<String> given =
                List.of("html", "url", "template").stream().filter(body::has).toList();
        if (given.size() != 1) {
            body.wrong(
                    given.isEmpty() ? "html" : given.getLast(),
                    given.isEmpty()
                            ? "is required, unless there is url or template"
                            : "cannot come together with " + given.getFirst() + ": send one of html, url and template",
                    given.isEmpty() ? FieldProblem.REQUIRED : FieldProblem.INVALID_FORMAT);
            return new Subject.Markup("");
        }
        return switch (given.getFirst()) {
            case "html" -> new Subject.Markup(body.required("html", LONGEST_HTML));
            case "url" -> {
                URI address = body.address("url");
                yield new Subject.Address(address == null ? URI.create("http://wrong.invalid/") : address);
            }
            default -> new Subject.Templated(body.required("template", LONGEST_NAME), variables(body, "variables"));
        };
    }

    /** Values for the places of a template. */
    static Map<String, @Nullable Object> variables(Members body, String field) {
        Map<String, @Nullable Object> values = body.values(field);
        if (Json.size(values) > LONGEST_VARIABLES) {
            body.wrong(field, "must not take more than 64 KB of JSON", FieldProblem.TOO_LONG);
        }
        return values;
    }
}
