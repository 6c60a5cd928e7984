package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.LengthReader;
import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.PictureFormat.Margins;
import io.renderyard.kernel.render.PictureFormat.Paper;
import org.jspecify.annotations.Nullable;

/** Reads the sheet that is printed on. */
final class PaperReader {
    private static final String PDF = "output.pdf.";

    /** 10 mm; below it there is no room for a letter. */
    private static final double SMALLEST = 72 / 25.4 * 10;

    /** 200 inches, the largest page that every reader shows. */
    private static final double LARGEST = 14_400;

    private static final double LEAST_ROOM = 1;

    private final Violations violations;
    private final LengthReader lengths;

    PaperReader(Violations violations) {
        this.violations = violations;
        this.lengths = new LengthReader(violations);
    }

    Paper paper(PdfRequest pdf) {
        if (pdf.width() == null && pdf.height() == null) {
            return violations
                    .choice(PDF + "paper", pdf.paper(), Preset.values(), preset -> preset.label)
                    .orElse(Preset.A4)
                    .paper();
        }
        if (pdf.paper() != null) {
            violations.add(PDF + "paper", "must not come with width and height: it is one or the other");
        }
        return new Paper(side("width", pdf.width()), side("height", pdf.height()));
    }

    private double side(String member, @Nullable String length) {
        if (length == null) {
            violations.add(PDF + member, "is required: width and height come together");
            return SMALLEST;
        }
        return lengths.read(PDF + member, length, SMALLEST, LARGEST, "10mm and 200in");
    }

    Margins margins(PdfRequest.Margins margins) {
        return new Margins(
                margin("top", margins.top()),
                margin("right", margins.right()),
                margin("bottom", margins.bottom()),
                margin("left", margins.left()));
    }

    private double margin(String side, @Nullable String length) {
        return length == null ? 0 : lengths.read(PDF + "margins." + side, length, 0, LARGEST, "0mm and 200in");
    }

    void leaveRoom(Paper paper, Margins margins, boolean landscape, boolean endless) {
        double across = landscape ? paper.height() : paper.width();
        double along = landscape ? paper.width() : paper.height();
        boolean wide = across - margins.left() - margins.right() >= LEAST_ROOM;
        boolean tall = endless || along - margins.top() - margins.bottom() >= LEAST_ROOM;
        // Where something else is wrong the sizes are not the client's own, and a second complaint would mislead.
        if (!(wide && tall) && violations.noneOf(PDF)) {
            violations.add(PDF + "margins", "must leave room on the paper");
        }
    }

    private enum Preset {
        A3("A3"),
        A4("A4"),
        A5("A5"),
        LETTER("Letter"),
        LEGAL("Legal"),
        TABLOID("Tabloid");

        private final String label;

        Preset(String label) {
            this.label = label;
        }

        Paper paper() {
            return switch (this) {
                case A3 -> new Paper(842, 1191);
                case A4 -> Paper.A4;
                case A5 -> new Paper(420, 595);
                case LETTER -> Paper.LETTER;
                case LEGAL -> new Paper(612, 1008);
                case TABLOID -> new Paper(792, 1224);
            };
        }
    }
}
