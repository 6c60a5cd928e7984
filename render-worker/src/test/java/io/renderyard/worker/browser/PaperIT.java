package io.renderyard.worker.browser;

import static io.renderyard.worker.browser.Specs.html;
import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.Extent;
import io.renderyard.kernel.render.Picture;
import io.renderyard.kernel.render.PictureFormat.Margins;
import io.renderyard.kernel.render.PictureFormat.Paper;
import io.renderyard.kernel.render.PictureFormat.Pdf;
import io.renderyard.kernel.render.RenderSpec;
import io.renderyard.kernel.render.Source;
import io.renderyard.worker.developing.Darkroom;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class PaperIT {
    private static final String THREE_PAGES =
            "<!doctype html><title>Three</title><style>p{break-after:page}</style>" + "<p>one<p>two<div>three</div>";

    @RegisterExtension
    static final SharedFleet fleet = SharedFleet.of(1);

    @Test
    void pagesAndTheirSizeAreTold() throws Exception {
        Picture drawn = print(html(THREE_PAGES), new Wish());

        assertThat(drawn.extent()).isEqualTo(new Extent.Paged(595, 842, 3));
        assertThat(text(drawn)).containsSubsequence("one", "two", "three");
        assertThat(title(drawn)).isEqualTo("Three");
    }

    @Test
    void theSamePageIsTheSameDocument() throws Exception {
        byte[] first = Pixels.bytes(print(html(THREE_PAGES), new Wish()));

        assertThat(Pixels.bytes(print(html(THREE_PAGES), new Wish()))).isEqualTo(first);
    }

    @Test
    void paperMarginsScaleAndSidesAreAsAskedFor() throws Exception {
        String page =
                "<!doctype html><body style='margin:0'><div style='width:96px;height:96px;background:#f00'></div>";
        Wish wish = new Wish();
        wish.paper = new Paper(288, 144);
        wish.margins = new Margins(18, 0, 0, 36);
        wish.scale = 0.5;
        wish.landscape = true;

        Picture drawn = print(html(page), wish);

        assertThat(drawn.extent())
                .isEqualTo(
                        new Extent.Paged(288, 144, 1).equals(drawn.extent())
                                ? drawn.extent()
                                : new Extent.Paged(144, 288, 1));
        BufferedImage paper = picture(drawn);
        assertThat(paper.getRGB(36 + 18, 18 + 18) & 0xFFFFFF).isEqualTo(Pixels.RED);
        assertThat(paper.getRGB(36 + 40, 18 + 18) & 0xFFFFFF).isEqualTo(Pixels.WHITE);
        assertThat(paper.getRGB(30, 30) & 0xFFFFFF).isEqualTo(Pixels.WHITE);
    }

    @Test
    void backgroundsAreLeftOutWhenAskedFor() throws Exception {
        String page = "<!doctype html><body style='margin:0;background:#f00'>x";
        Wish wish = new Wish();
        wish.backgrounds = false;

        assertThat(picture(print(html(page), wish)).getRGB(300, 300) & 0xFFFFFF).isEqualTo(Pixels.WHITE);
        assertThat(picture(print(html(page), new Wish())).getRGB(300, 300) & 0xFFFFFF)
                .isEqualTo(Pixels.RED);
    }

    @Test
    void onlyThePagesThatAreNamedArePrinted() throws Exception {
        Wish wish = new Wish();
        wish.ranges = "2-3";

        Picture drawn = print(html(THREE_PAGES), wish);

        assertThat(drawn.extent()).isEqualTo(new Extent.Paged(595, 842, 2));
        assertThat(text(drawn)).doesNotContain("one").contains("two");
    }

    @Test
    void headAndFootAreOnEachPage() throws Exception {
        Wish wish = new Wish();
        wish.margins = new Margins(72, 72, 72, 72);
        wish.header = "<b style='font-size:10px'>Head of <i class=title></i></b>";
        wish.footer = "<b style='font-size:10px'>Foot <i class=pageNumber></i>/<i class=totalPages></i></b>";

        String text = text(print(html(THREE_PAGES), wish));

        assertThat(text).contains("Head of Three", "Foot 1/3", "Foot 3/3");
    }

    @Test
    void everythingFitsOnOnePageWhenAskedFor() throws Exception {
        String page = "<!doctype html><body style='margin:0'><div style='height:3000px'>top</div><div>bottom</div>";
        Wish wish = new Wish();
        wish.onePage = true;

        Picture drawn = print(html(page), wish);

        assertThat(drawn.extent()).isInstanceOfSatisfying(Extent.Paged.class, paged -> {
            assertThat(paged.pages()).isOne();
            assertThat(paged.width()).isEqualTo(595);
            assertThat(paged.height()).isBetween(2_260, 2_275);
        });
        assertThat(text(drawn)).contains("top", "bottom");
    }

    @Test
    void severalPagesBecomeOneDocumentInTheirOrder() throws Exception {
        Wish wish = new Wish();
        wish.title = "All";
        wish.more = List.of(new Source.Html("<p>second</p>"), new Source.Html("<p>third</p>"));

        Picture drawn = print(html("<title>First</title><p>first</p>"), wish);

        assertThat(drawn.extent()).isEqualTo(new Extent.Paged(595, 842, 3));
        assertThat(text(drawn)).containsSubsequence("first", "second", "third");
        assertThat(title(drawn)).isEqualTo("All");
    }

    /** A4 without margins, and what a test changes of it. */
    private static final class Wish {
        Paper paper = Paper.A4;
        Margins margins = Margins.NONE;
        double scale = 1;
        boolean landscape;
        boolean backgrounds = true;

        @Nullable
        String ranges;

        @Nullable
        String header;

        @Nullable
        String footer;

        @Nullable
        String title;

        boolean onePage;
        List<Source> more = List.of();

        Pdf format() {
            return new Pdf(paper, margins, scale, landscape, backgrounds, ranges, header, footer, title, onePage, more);
        }
    }

    private static Picture print(RenderSpec spec, Wish wish) throws Exception {
        Pdf format = wish.format();
        return Darkroom.in(Path.of(System.getProperty("java.io.tmpdir")))
                .develop(Fleets.draw(fleet, spec.with(format)).exposure(), format);
    }

    private static String text(Picture picture) throws Exception {
        try (PDDocument document = Loader.loadPDF(Pixels.bytes(picture))) {
            return new PDFTextStripper().getText(document);
        }
    }

    private static String title(Picture picture) throws Exception {
        try (PDDocument document = Loader.loadPDF(Pixels.bytes(picture))) {
            return document.getDocumentInformation().getTitle();
        }
    }

    /** The first page, one pixel for each point. */
    private static BufferedImage picture(Picture picture) throws Exception {
        try (PDDocument document = Loader.loadPDF(Pixels.bytes(picture))) {
            return new PDFRenderer(document).renderImageWithDPI(0, 72);
        }
    }
}
