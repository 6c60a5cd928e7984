package io.renderyard.dialect.hcti;

import io.renderyard.dialect.field.LengthReader;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.PictureFormat.Margins;
import io.renderyard.kernel.render.PictureFormat.Paper;
import io.renderyard.kernel.render.PictureFormat.Pdf;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;

/** What a document is printed on; section 3.5. Without a word it is Letter without margins. */
final class PdfOptions {
    private static final double LARGEST = 14_400;
    private static final double SMALLEST = 28;
    private static final double LEAST_ROOM = 1;

    private PdfOptions() {}

    static @Nullable JsonNode check(String name, JsonNode given, Violations violations) {
        if (!(Checks.opened(given) instanceof ObjectNode options)) {
            violations.add(name, "must be an object");
            return null;
        }
        ObjectNode kept = Json.object();
        keep(kept, name, "page_width", options, PdfOptions::length, violations);
        keep(kept, name, "page_height", options, PdfOptions::length, violations);
        keep(kept, name, "scale", options, Checks.decimal("0.1", "2"), violations);
        keep(kept, name, "print_background", options, Checks.flag(), violations);
        JsonNode margins = options.path("margins");
        if (margins instanceof ArrayNode four && four.size() == 4) {
            margins(name + ".margins", four, kept.putArray("margins"), violations);
        } else if (Checks.says(margins)) {
            violations.add(name + ".margins", "must be four lengths: top, right, bottom, left");
        }
        new Reader(kept, name, violations).read();
        return kept.isEmpty() ? null : kept;
    }

    private static void keep(
            ObjectNode kept, String name, String member, ObjectNode options, Check check, Violations violations) {
        JsonNode given = options.path(member);
        JsonNode read = Checks.says(given) ? check.read(name + "." + member, given, violations) : null;
        if (read != null) {
            kept.set(member, read);
        }
    }

    private static void margins(String name, ArrayNode four, ArrayNode kept, Violations violations) {
        for (int i = 0; i < four.size(); i++) {
            JsonNode side = four.get(i);
            JsonNode read = Checks.says(side) ? length(name + "[" + i + "]", side, violations) : null;
            kept.add(read == null ? StringNode.valueOf("0") : read);
        }
    }

    /** Which length it is, is seen when all are read. */
    private static @Nullable JsonNode length(String name, JsonNode given, Violations violations) {
        if (!given.isString() && !given.isNumber()) {
            violations.add(name, "must be a length, such as 10mm");
            return null;
        }
        return StringNode.valueOf(given.asString().strip());
    }

    /** @param options as {@link #check} gave them; missing where there are none */
    static Pdf of(JsonNode options) {
        return new Reader(options, "pdf_options", new Violations()).read();
    }

    private record Reader(JsonNode options, String name, Violations violations, LengthReader lengths) {
        Reader(JsonNode options, String name, Violations violations) {
            this(options, name, violations, new LengthReader(violations));
        }

        Pdf read() {
            Paper paper =
                    new Paper(side("page_width", Paper.LETTER.width()), side("page_height", Paper.LETTER.height()));
            Margins margins = new Margins(
                    margin(0, paper.height()),
                    margin(1, paper.width()),
                    margin(2, paper.height()),
                    margin(3, paper.width()));
            boolean room = paper.width() - margins.left() - margins.right() >= LEAST_ROOM
                    && paper.height() - margins.top() - margins.bottom() >= LEAST_ROOM;
            if (!room && violations.noneOf(name)) {
                violations.add(name + ".margins", "must leave room on the paper");
            }
            return new Pdf(
                    paper,
                    margins,
                    options.path("scale").asDouble(1),
                    false,
                    options.path("print_background").asBoolean(false),
                    null,
                    null,
                    null,
                    null,
                    false,
                    List.of());
        }

        private double side(String member, double otherwise) {
            String length = options.path(member).asString("");
            return length.isEmpty()
                    ? otherwise
                    : points(name + "." + member, length, otherwise, SMALLEST, "10mm and 200in");
        }

        private double margin(int at, double side) {
            String length = options.path("margins").path(at).asString("");
            return length.isEmpty() ? 0 : points(name + ".margins[" + at + "]", length, side, 0, "0mm and 200in");
        }

        /** One client writes percent; they are taken of the side that there would be otherwise. A bare number is pixels. */
        private double points(String field, String length, double side, double least, String bounds) {
            if (length.matches("[0-9]{1,3}(\\.[0-9]{1,3})?%")) {
                return Math.max(least, side * Double.parseDouble(length.substring(0, length.length() - 1)) / 100);
            }
            String withUnit = length.matches("[0-9]+(\\.[0-9]+)?") ? length + "px" : length;
            return lengths.read(field, withUnit, least, LARGEST, bounds);
        }
    }
}
