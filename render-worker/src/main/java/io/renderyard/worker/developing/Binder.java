package io.renderyard.worker.developing;

import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.multipdf.PDFMergerUtility;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** Puts documents together and gives them their title. */
final class Binder {
    /** Anything that is always the same: two documents with the same content are the same bytes. */
    private static final long NO_TIME = 0;

    private Binder() {}

    /** @param documents as the browser printed them, at least one */
    static Picture bind(List<byte[]> documents, PictureFormat.Pdf format) throws IOException {
        try (PDDocument bound = Loader.loadPDF(documents.getFirst())) {
            for (byte[] next : documents.subList(1, documents.size())) {
                try (PDDocument further = Loader.loadPDF(next)) {
                    new PDFMergerUtility().appendDocument(bound, further);
                }
            }
            describe(bound, format.title());
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            bound.save(bytes);
            return new Picture(bytes.toByteArray(), format, extent(bound));
        }
    }

    private static void describe(PDDocument document, @Nullable String title) {
        PDDocumentInformation information = document.getDocumentInformation();
        if (title != null) {
            information.setTitle(title);
        }
        information.getCOSObject().removeItem(COSName.CREATION_DATE);
        information.getCOSObject().removeItem(COSName.MOD_DATE);
        document.setDocumentId(NO_TIME);
    }

    private static Extent extent(PDDocument document) {
        PDRectangle page = document.getPage(0).getMediaBox();
        return new Extent.Paged(Math.round(page.getWidth()), Math.round(page.getHeight()), document.getNumberOfPages());
    }
}
