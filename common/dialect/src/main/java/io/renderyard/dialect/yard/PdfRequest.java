package io.renderyard.dialect.yard;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonPropertyDescription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A document of pages. A length is a number with its unit: mm, cm, in, pt or px, such as 210mm or 8.5in. */
public record PdfRequest(
        @Nullable @JsonPropertyDescription("A3, A4 (default), A5, Letter, Legal or Tabloid.")
        String paper,

        @Nullable
        @JsonPropertyDescription(
                "Width of the paper, such as 210mm, instead of paper and together with height; 10mm to 200in.")
        String width,

        @Nullable @JsonPropertyDescription("Height of the paper, as width.")
        String height,

        @Nullable
        @JsonPropertyDescription(
                "One length such as 10mm for all sides, or an object of top, right, bottom and left. Default: none.")
        Margins margins,

        @Nullable @JsonPropertyDescription("Of the content, 0.1 to 2. Default 1.")
        Double scale,

        @Nullable @JsonPropertyDescription("True: swaps the sides of the paper.")
        Boolean landscape,

        @Nullable @JsonPropertyDescription("False: leaves out background colours and pictures. Default true.")
        Boolean backgrounds,

        @Nullable @JsonPropertyDescription("Which pages, such as 1-3,5. Default: all.")
        String pages,

        @Nullable
        @JsonPropertyDescription("HTML of each page's head; elements of the classes date, title, url, pageNumber"
                + " and totalPages are filled in. Needs a top margin. Up to 20000 characters.")
        String header,

        @Nullable @JsonPropertyDescription("HTML of each page's foot, as header. Needs a bottom margin.")
        String footer,

        @Nullable @JsonPropertyDescription("Title of the document, up to 500 characters. Default: the page's own.")
        String title,

        @Nullable @JsonPropertyDescription("True: paper as tall as the content, so that everything is on one page.")
        Boolean onePage,

        @Nullable
        @JsonPropertyDescription(
                "Up to 100 further pages, drawn in the same way; their documents follow in this order.")
        List<@Nullable PageRequest> more) {
    static final PdfRequest NOTHING =
            new PdfRequest(null, null, null, null, null, null, null, null, null, null, null, null, null);

    /** Lengths. */
    public record Margins(
            @Nullable String top,
            @Nullable String right,
            @Nullable String bottom,
            @Nullable String left) {
        static final Margins NONE = new Margins(null, null, null, null);

        @JsonCreator
        public Margins {}

        /** The form {@code "10mm"}: the same on all sides. */
        @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
        static Margins all(String length) {
            return new Margins(length, length, length, length);
        }
    }
}
