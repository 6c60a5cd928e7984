package io.renderyard.worker.browser;

import io.renderyard.kernel.render.PictureFormat.Margins;
import io.renderyard.kernel.render.PictureFormat.Paper;
import io.renderyard.kernel.render.PictureFormat.Pdf;
import io.renderyard.worker.devtools.DevTools;
import io.renderyard.worker.devtools.DevToolsException;
import io.renderyard.worker.rendering.Exposure;
import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** Prints a page that is ready. */
record PaperCamera(Pdf pdf, Studio studio) {
    private static final double POINTS_PER_INCH = 72;
    private static final double POINTS_PER_CSS_PIXEL = 0.75;
    private static final int LONGEST_PAPER = 14_400;

    /** Chrome prints one of these when the caller gives none. */
    private static final String NOTHING = "<span></span>";

    Exposure take(Tab tab) throws DevToolsException, InterruptedException {
        Paper paper = pdf.onePage() ? asTallAsTheContent(tab) : pdf.paper();
        byte[] bytes =
                tab.call("Page.printToPDF", params(paper), studio.deadline()).data();
        if (bytes == null) {
            throw new DevToolsException.Refused("Page.printToPDF", "no document");
        }
        return new Exposure.Sheets(List.of(bytes));
    }

    private ObjectNode params(Paper paper) {
        Margins margins = pdf.margins();
        ObjectNode params = DevTools.params()
                .put("landscape", pdf.landscape())
                .put("printBackground", pdf.backgrounds())
                .put("scale", pdf.scale())
                .put("paperWidth", paper.width() / POINTS_PER_INCH)
                .put("paperHeight", paper.height() / POINTS_PER_INCH)
                .put("marginTop", margins.top() / POINTS_PER_INCH)
                .put("marginRight", margins.right() / POINTS_PER_INCH)
                .put("marginBottom", margins.bottom() / POINTS_PER_INCH)
                .put("marginLeft", margins.left() / POINTS_PER_INCH);
        String header = pdf.header();
        String footer = pdf.footer();
        if (header != null || footer != null) {
            params.put("displayHeaderFooter", true)
                    .put("headerTemplate", header == null ? NOTHING : header)
                    .put("footerTemplate", footer == null ? NOTHING : footer);
        }
        String ranges = pdf.pageRanges();
        if (ranges != null) {
            params.put("pageRanges", ranges);
        }
        return params;
    }

    /** Lays the page out as wide as it will be printed, and measures. One point more, against rounding. */
    private Paper asTallAsTheContent(Tab tab) throws DevToolsException, InterruptedException {
        Margins margins = pdf.margins();
        double across = pdf.landscape() ? pdf.paper().height() : pdf.paper().width();
        double width = (across - margins.left() - margins.right()) / POINTS_PER_CSS_PIXEL / pdf.scale();
        double height = tab.printedHeight((int) Math.max(1, Math.floor(width)), studio.deadline());
        double down = Math.min(
                LONGEST_PAPER, height * pdf.scale() * POINTS_PER_CSS_PIXEL + margins.top() + margins.bottom() + 1);
        return pdf.landscape() ? new Paper(down, across) : new Paper(across, down);
    }
}
