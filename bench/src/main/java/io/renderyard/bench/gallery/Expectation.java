package io.renderyard.bench.gallery;

import java.util.List;
import java.util.Set;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What an example must come to. What is null or empty is not judged; either a failure or a refusal or a picture is expected.
 *
 * @param failure code of the failed job
 * @param refused member that the refusal names
 * @param type media type
 * @param size pixels, points for a document
 * @param points colours at places
 * @param pictures how many frames or pages
 * @param durationMs of a moving picture
 * @param loops of a moving picture; 0 is for ever
 * @param dpi written into the file
 * @param atMostColours different ones in the first picture
 * @param atLeastColours different ones in the first picture
 * @param text that the document holds
 * @param flags of the receipt, all of them
 * @param blocked reasons for which the receipt must name a request
 * @param note for a known finding; shown, and judged all the same
 */
record Expectation(
        @Nullable String failure,
        @Nullable String refused,
        @Nullable String type,
        @Nullable Size size,
        List<Point> points,
        @Nullable Integer pictures,
        @Nullable Integer durationMs,
        @Nullable Integer loops,
        @Nullable Integer dpi,
        @Nullable Integer atMostColours,
        @Nullable Integer atLeastColours,
        List<String> text,
        @Nullable List<String> flags,
        List<String> blocked,
        @Nullable String note) {
    private static final Set<String> MEMBERS = Set.of(
            "failure",
            "refused",
            "type",
            "size",
            "points",
            "pictures",
            "durationMs",
            "loops",
            "dpi",
            "atMostColours",
            "atLeastColours",
            "text",
            "flags",
            "blocked",
            "note");

    record Size(int width, int height) {
        @Override
        public String toString() {
            return width + " × " + height;
        }
    }

    static Expectation of(String title, JsonNode node) {
        for (String member : node.propertyNames()) {
            if (!MEMBERS.contains(member)) {
                throw new GalleryException("The example \"" + title + "\" expects an unknown \"" + member + "\".");
            }
        }
        Expectation expectation = new Expectation(
                word(node, "failure"),
                word(node, "refused"),
                word(node, "type"),
                node.has("size")
                        ? new Size(
                                node.path("size").path(0).asInt(),
                                node.path("size").path(1).asInt())
                        : null,
                words(node.path("points")).stream().map(Point::parse).toList(),
                number(node, "pictures"),
                number(node, "durationMs"),
                number(node, "loops"),
                number(node, "dpi"),
                number(node, "atMostColours"),
                number(node, "atLeastColours"),
                words(node.path("text")),
                node.has("flags") ? words(node.path("flags")) : null,
                words(node.path("blocked")),
                word(node, "note"));
        if (expectation.judgesNothing()) {
            throw new GalleryException("The example \"" + title + "\" expects nothing that could be wrong.");
        }
        return expectation;
    }

    private boolean judgesNothing() {
        return failure == null && refused == null && size == null && points.isEmpty() && text.isEmpty();
    }

    private static @Nullable String word(JsonNode node, String member) {
        return node.has(member) ? node.path(member).asString() : null;
    }

    private static @Nullable Integer number(JsonNode node, String member) {
        return node.has(member) ? node.path(member).asInt() : null;
    }

    private static List<String> words(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }
}
