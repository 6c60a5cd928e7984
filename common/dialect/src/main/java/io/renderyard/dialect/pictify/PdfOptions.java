package io.renderyard.dialect.pictify;

import io.renderyard.kernel.render.PictureFormat.Margins;
import io.renderyard.kernel.render.PictureFormat.Paper;
import io.renderyard.kernel.render.PictureFormat.Pdf;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a document is printed on; section 6.1.
 *
 * @param preset its name, or {@code custom}
 */
public record PdfOptions(String preset, Pdf pdf) {
    static final String CUSTOM = "custom";
    static final double POINTS_PER_PIXEL = 0.75;

    private static final int LARGEST = 14_400;
    private static final int LONGEST_TITLE = 500;

    static final PdfOptions USUAL = new PdfOptions(
            PaperPreset.A4.label(),
            new Pdf(PaperPreset.A4.paper(), Margins.NONE, 1, false, true, null, null, null, null, false, List.of()));

    /** @param body that may have {@code options} */
    static PdfOptions read(Members body) {
        return body.object("options").map(PdfOptions::within).orElse(USUAL);
    }

    private static PdfOptions within(Members options) {
        List<String> names = Stream.concat(
                        Arrays.stream(PaperPreset.values()).map(PaperPreset::label), Stream.of(CUSTOM))
                .toList();
        String preset = options.choice("preset", names).orElse(PaperPreset.A4.label());
        Paper paper = preset.equals(CUSTOM)
                ? custom(options)
                : Arrays.stream(PaperPreset.values())
                        .filter(one -> one.label().equals(preset))
                        .findFirst()
                        .orElseThrow()
                        .paper();
        Margins margins = margins(options, paper);
        return new PdfOptions(
                preset,
                new Pdf(
                        paper,
                        margins,
                        options.number("scale", 1, 0.1, 2),
                        options.flag("landscape", false),
                        options.flag("printBackground", true),
                        null,
                        null,
                        null,
                        options.word("title", LONGEST_TITLE),
                        false,
                        List.of()));
    }

    private static Paper custom(Members options) {
        Optional<Members> size = options.object("customSize");
        if (size.isEmpty()) {
            options.wrong("customSize", "is required with the preset custom", FieldProblem.REQUIRED);
            return PaperPreset.A4.paper();
        }
        return new Paper(
                size.get().integer("width", 794, 1, LARGEST) * POINTS_PER_PIXEL,
                size.get().integer("height", 1_123, 1, LARGEST) * POINTS_PER_PIXEL);
    }

    private static Margins margins(Members options, Paper paper) {
        Margins margins = options.object("margins")
                .map(sides -> new Margins(
                        side(sides, "top"), side(sides, "right"), side(sides, "bottom"), side(sides, "left")))
                .orElse(Margins.NONE);
        if (margins.left() + margins.right() >= paper.width() || margins.top() + margins.bottom() >= paper.height()) {
            options.wrong("margins", "must leave room on the paper", FieldProblem.OUT_OF_RANGE);
            return Margins.NONE;
        }
        return margins;
    }

    private static double side(Members sides, String name) {
        return sides.number(name, 0, 0, LARGEST) * POINTS_PER_PIXEL;
    }

    /** The same on paper of another size, in CSS pixels. */
    PdfOptions onPaper(double width, double height) {
        return new PdfOptions(
                CUSTOM,
                new Pdf(
                        new Paper(width * POINTS_PER_PIXEL, height * POINTS_PER_PIXEL),
                        pdf.margins(),
                        pdf.scale(),
                        pdf.landscape(),
                        pdf.backgrounds(),
                        null,
                        null,
                        null,
                        pdf.title(),
                        false,
                        List.of()));
    }

    /** The same with a title, where the client gave none. */
    public PdfOptions titled(@Nullable String title) {
        return pdf.title() != null || title == null || title.isBlank()
                ? this
                : new PdfOptions(preset, titled(pdf, title));
    }

    private static Pdf titled(Pdf pdf, String title) {
        return new Pdf(
                pdf.paper(),
                pdf.margins(),
                pdf.scale(),
                pdf.landscape(),
                pdf.backgrounds(),
                pdf.pageRanges(),
                pdf.header(),
                pdf.footer(),
                title,
                pdf.onePage(),
                pdf.more());
    }
}
