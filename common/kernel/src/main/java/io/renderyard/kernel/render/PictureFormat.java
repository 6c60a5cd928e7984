package io.renderyard.kernel.render;

/** What the bytes of the picture are, with the options that only this format has. */
public sealed interface PictureFormat {
    /** Also the file name's extension: {@code png}, {@code jpeg}, {@code webp}. */
    String extension();

    String contentType();

    record Png() implements PictureFormat {
        @Override
        public String extension() {
            return "png";
        }

        @Override
        public String contentType() {
            return "image/png";
        }
    }

    /** @param quality 1 (small) to 100 (good) */
    record Jpeg(int quality) implements PictureFormat {
        @Override
        public String extension() {
            return "jpeg";
        }

        @Override
        public String contentType() {
            return "image/jpeg";
        }
    }

    /** @param quality 1 (small) to 100 (good) */
    record Webp(int quality) implements PictureFormat {
        @Override
        public String extension() {
            return "webp";
        }

        @Override
        public String contentType() {
            return "image/webp";
        }
    }
}
