package io.renderyard.dialect.pictify;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.StringNode;

/** Reads requests to render a template; sections 6.1, 6.2 and 7.5. */
public final class RenderRequests {
    static final int SMALLEST = 10;
    static final int LARGEST = 4_096;
    private static final double LARGEST_SCALE = 3;
    private static final int MOST_LAYOUTS = 20;
    private static final int MOST_PAGES = 100;
    static final int LONGEST_NAME = 200;

    private RenderRequests() {}

    /** A template's name and how it is rendered. */
    public record Document(String template, RenderRequest request) {}

    /** {@code POST /templates/{uid}/render}. */
    public static Reading<RenderRequest> render(byte[] bytes) {
        return Members.of(bytes).map(body -> body.orWrong(read(body))).orElseGet(ImageRequests::unreadable);
    }

    private static RenderRequest read(Members body) {
        return read(body, SubjectReader.variables(body, "variables"), true);
    }

    /** How each of many sets of values is rendered; section 10.1. */
    static RenderRequest each(Members body) {
        return read(body, Map.of(), false);
    }

    /** @param merged sets of values are pages of one document, where it is one */
    private static RenderRequest read(Members body, Map<String, @Nullable Object> variables, boolean merged) {
        PdfOptions options = paper(body, PdfOptions.read(body));
        OutputFormat output = OutputFormat.read(body, options.pdf());
        List<String> several = keys(body);
        String single = body.word("layout", LONGEST_NAME);
        boolean alone = several.isEmpty() && single != null;
        Integer width = body.integer("width", SMALLEST, LARGEST);
        Integer height = body.integer("height", SMALLEST, LARGEST);
        return new RenderRequest(
                variables,
                alone ? List.of(single) : several,
                alone,
                merged && output.isPdf() ? sets(body, 0) : List.of(),
                Drawing.plain(output, width, height, body.number("deviceScaleFactor", 1, 1, LARGEST_SCALE)),
                options.preset());
    }

    /** A document whose size is given in pixels, and not by a preset, has paper of that size. */
    private static PdfOptions paper(Members body, PdfOptions options) {
        boolean named =
                body.object("options").filter(given -> given.has("preset")).isPresent();
        if (named || !body.at("width").isNumber() || !body.at("height").isNumber()) {
            return options;
        }
        return options.onPaper(body.at("width").doubleValue(), body.at("height").doubleValue());
    }

    private static List<String> keys(Members body) {
        return List.copyOf(new LinkedHashSet<>(body.texts("layouts", MOST_LAYOUTS, LONGEST_NAME)));
    }

    private static List<Map<String, @Nullable Object>> sets(Members body, int least) {
        List<Members> given = body.objects("variableSets", MOST_PAGES);
        if (given.size() < least && body.problems().isEmpty()) {
            body.wrong("variableSets", "must have 1 to 100 elements", FieldProblem.OUT_OF_RANGE);
        }
        List<Map<String, @Nullable Object>> sets = new ArrayList<>();
        given.forEach(one -> sets.add(Json.values(one.members())));
        return sets;
    }

    /** {@code POST /pdf/render}. */
    public static Reading<Document> pdf(byte[] bytes) {
        return Members.of(bytes)
                .map(body -> body.orWrong(document(body, false)))
                .orElseGet(ImageRequests::unreadable);
    }

    /** {@code POST /pdf/multi-page}. */
    public static Reading<Document> pages(byte[] bytes) {
        return Members.of(bytes).map(body -> body.orWrong(document(body, true))).orElseGet(ImageRequests::unreadable);
    }

    private static Document document(Members body, boolean pages) {
        PdfOptions options = PdfOptions.read(body);
        return new Document(
                body.required("templateUid", LONGEST_NAME),
                new RenderRequest(
                        SubjectReader.variables(body, "variables"),
                        List.of(),
                        false,
                        pages ? sets(body, 1) : List.of(),
                        Drawing.plain(new OutputFormat("pdf", options.pdf()), null, null, 1),
                        options.preset()));
    }

    /**
     * An address whose query carries the variables; section 1.2.
     *
     * @param format the path's extension; png when null
     * @param query first value of each name
     */
    public static Reading<RenderRequest> address(@Nullable String format, Map<String, String> query) {
        Members body = Members.of(Json.object());
        query.forEach((name, value) -> body.members().set(name, StringNode.valueOf(value)));
        List<String> reserved = List.of("token", "quality", "layout", "format", "width", "height");
        for (String number : List.of("quality", "width", "height")) {
            numeric(body, number);
        }
        if (format != null) {
            body.members().put("format", format);
        }
        OutputFormat output = OutputFormat.read(body, PdfOptions.USUAL.pdf());
        String layout = body.word("layout", LONGEST_NAME);
        Map<String, @Nullable Object> variables = Json.values(body.members());
        reserved.forEach(variables::remove);
        return body.orWrong(new RenderRequest(
                variables,
                layout == null ? List.of() : List.of(layout),
                true,
                List.of(),
                Drawing.plain(
                        output, body.integer("width", SMALLEST, LARGEST), body.integer("height", SMALLEST, LARGEST), 1),
                PdfOptions.USUAL.preset()));
    }

    /** What looks like a number in a query is one. */
    private static void numeric(Members body, String name) {
        if (body.has(name)) {
            try {
                body.members().put(name, Double.parseDouble(body.at(name).stringValue()));
            } catch (NumberFormatException e) {
                body.wrong(name, "must be a number", FieldProblem.INVALID_TYPE);
                body.members().remove(name);
            }
        }
    }
}
