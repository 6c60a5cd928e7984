package io.renderyard.dialect.yard;

import io.renderyard.dialect.field.Violations;
import io.renderyard.kernel.render.PictureFormat;
import io.renderyard.kernel.render.PictureFormat.Margins;
import io.renderyard.kernel.render.PictureFormat.Paper;
import io.renderyard.kernel.render.Source;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Reads the options of a document. */
final class PdfReader {
    private static final int MAX_MORE = 100;
    private static final int MAX_TEMPLATE = 20_000;
    private static final int MAX_TITLE = 500;

    private final Violations violations;
    private final PaperReader papers;
    private final PageReader pages;

    PdfReader(Violations violations) {
        this.violations = violations;
        this.papers = new PaperReader(violations);
        this.pages = new PageReader(violations);
    }

    PictureFormat.Pdf read(PdfRequest pdf) {
        boolean landscape = Boolean.TRUE.equals(pdf.landscape());
        boolean onePage = Boolean.TRUE.equals(pdf.onePage());
        Paper paper = papers.paper(pdf);
        Margins margins = papers.margins(Objects.requireNonNullElse(pdf.margins(), PdfRequest.Margins.NONE));
        papers.leaveRoom(paper, margins, landscape, onePage);
        return new PictureFormat.Pdf(
                paper,
                margins,
                violations.within("output.pdf.scale", pdf.scale(), 1, 0.1, 2),
                landscape,
                !Boolean.FALSE.equals(pdf.backgrounds()),
                ranges(pdf, onePage),
                violations.text("output.pdf.header", pdf.header(), MAX_TEMPLATE),
                violations.text("output.pdf.footer", pdf.footer(), MAX_TEMPLATE),
                violations.text("output.pdf.title", pdf.title(), MAX_TITLE),
                onePage,
                more(pdf));
    }

    private @Nullable String ranges(PdfRequest pdf, boolean onePage) {
        if (pdf.pages() == null) {
            return null;
        }
        if (onePage) {
            violations.add("output.pdf.pages", "must not come with onePage: there is only one");
        }
        return new PageRangesReader(violations).read("output.pdf.pages", pdf.pages());
    }

    private List<Source> more(PdfRequest pdf) {
        String field = "output.pdf.more";
        List<PageRequest> asked =
                violations.elements(field, pdf.more(), MAX_MORE, "must be a JSON object with html or url");
        List<Source> more = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            Source page = pages.read(field + "[" + i + "]", asked.get(i));
            if (page != null) {
                more.add(page);
            }
        }
        return more;
    }
}
