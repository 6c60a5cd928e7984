package io.renderyard.dialect.pictify;

import java.util.List;

/** {@code GET /pdf}; section 6.4. */
public record PdfPage(List<PdfView> pdfs, Paging pagination) {
    public static PdfPage of(List<PdfView> pdfs, long total, int limit, long offset) {
        return new PdfPage(List.copyOf(pdfs), Paging.of(total, limit, offset, pdfs.size()));
    }
}
