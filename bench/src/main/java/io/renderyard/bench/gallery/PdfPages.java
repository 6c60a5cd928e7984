package io.renderyard.bench.gallery;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;

/** The pages of a document, one pixel for each point. */
final class PdfPages {
    private PdfPages() {}

    static Decoded read(byte[] bytes) throws IOException {
        try (PDDocument document = Loader.loadPDF(bytes)) {
            PDFRenderer renderer = new PDFRenderer(document);
            List<BufferedImage> pages = new ArrayList<>();
            for (int i = 0; i < document.getNumberOfPages(); i++) {
                pages.add(renderer.renderImage(i));
            }
            String title = document.getDocumentInformation().getTitle();
            PDRectangle paper = document.getPage(0).getCropBox();
            Expectation.Size size = new Expectation.Size(Math.round(paper.getWidth()), Math.round(paper.getHeight()));
            return new Decoded(size, pages, 0, null, null, title + "\n" + new PDFTextStripper().getText(document));
        }
    }
}
