package io.renderyard.kernel.render;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the bytes of the picture are, with the options that only this format has. */
public sealed interface PictureFormat {
    /** Also the file name's extension: {@code png}, {@code jpeg}, {@code webp}, {@code avif}, {@code gif}, {@code pdf}. */
    String extension();

    String contentType();

    /** Formats of one picture that stands still. */
    sealed interface Still extends PictureFormat {}

    /** @param dpi written into the file for printers, pixels untouched; none when null */
    record Png(Packing packing, @Nullable Integer dpi) implements Still {
        /** The fastest, without a resolution. */
        public Png() {
            this(new Packing.Fast(), null);
        }

        @Override
        public String extension() {
            return "png";
        }

        @Override
        public String contentType() {
            return "image/png";
        }
    }

    /** How much work goes into a small PNG. */
    sealed interface Packing {
        /** As little as there is; about twice the bytes. */
        record Fast() implements Packing {}

        /** The same pixels in fewer bytes. */
        record Compact() implements Packing {}

        /** @param colours 2 to 256; what has more is reduced to the ones that fit best */
        record Palette(int colours) implements Packing {}
    }

    /**
     * @param quality 1 (small) to 100 (good)
     * @param fill what transparent parts are laid on, since this format has none
     * @param dpi written into the file for printers, pixels untouched; none when null
     */
    record Jpeg(int quality, Colour fill, @Nullable Integer dpi) implements Still {
        public Jpeg(int quality) {
            this(quality, Colour.WHITE, null);
        }

        @Override
        public String extension() {
            return "jpeg";
        }

        @Override
        public String contentType() {
            return "image/jpeg";
        }
    }

    /**
     * @param quality 1 (small) to 100 (good); effort instead when lossless
     * @param lossless keeps every pixel
     */
    record Webp(int quality, boolean lossless) implements Still {
        public Webp(int quality) {
            this(quality, false);
        }

        @Override
        public String extension() {
            return "webp";
        }

        @Override
        public String contentType() {
            return "image/webp";
        }
    }

    /**
     * @param quality 1 (small) to 100 (good)
     * @param speed 0 (smallest, slow) to 10 (fast)
     */
    record Avif(int quality, int speed) implements Still {
        @Override
        public String extension() {
            return "avif";
        }

        @Override
        public String contentType() {
            return "image/avif";
        }
    }

    /**
     * A picture that moves.
     *
     * @param framesPerSecond 1 to 50
     * @param length how much of the page's time is shown; one round of its animations when null
     * @param longest upper bound for {@code length} when that is found out from the page
     * @param colours 2 to 256
     * @param loops how often it is shown; for ever when 0
     */
    record Gif(
            double framesPerSecond, @Nullable Duration length, Duration longest, Motion motion, int colours, int loops)
            implements PictureFormat {
        @Override
        public String extension() {
            return "gif";
        }

        @Override
        public String contentType() {
            return "image/gif";
        }
    }

    /** How the frames of a moving picture are come by. */
    enum Motion {
        /** {@link #TIMELINE} when the page has such animations, else {@link #RECORDING}. */
        AUTO,
        /** CSS and Web Animations are set to the time of each frame: the same frames every run. */
        TIMELINE,
        /** The page runs, and is captured as it does: for what scripts move. */
        RECORDING
    }

    /**
     * A document of pages. All lengths are points, of which an inch has 72.
     *
     * @param scale of the content, 0.1 to 2
     * @param landscape swaps the sides of the paper
     * @param backgrounds prints background colours and pictures
     * @param pageRanges such as {@code 1-3,5}; all when null
     * @param header HTML of a page's head, in Chrome's form with the classes date, title, url, pageNumber and
     *     totalPages; none when null
     * @param footer as {@code header}
     * @param title of the document; the page's own when null
     * @param onePage paper as tall as the content, so that everything is on one page
     * @param more further pages drawn in the same way, whose documents follow in this order
     */
    record Pdf(
            Paper paper,
            Margins margins,
            double scale,
            boolean landscape,
            boolean backgrounds,
            @Nullable String pageRanges,
            @Nullable String header,
            @Nullable String footer,
            @Nullable String title,
            boolean onePage,
            List<Source> more)
            implements PictureFormat {
        public Pdf {
            more = List.copyOf(more);
        }

        @Override
        public String extension() {
            return "pdf";
        }

        @Override
        public String contentType() {
            return "application/pdf";
        }
    }

    /** Points. */
    record Paper(double width, double height) {
        public static final Paper A4 = new Paper(595, 842);
        public static final Paper LETTER = new Paper(612, 792);
    }

    /** Points. */
    record Margins(double top, double right, double bottom, double left) {
        public static final Margins NONE = new Margins(0, 0, 0, 0);
    }
}
