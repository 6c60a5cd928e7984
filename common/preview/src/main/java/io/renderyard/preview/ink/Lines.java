package io.renderyard.preview.ink;

/** Lines as markup. */
final class Lines {
    private Lines() {}

    static String plain(String data, double width, String colour) {
        return "<path d='" + data + "' fill='none' stroke='" + colour + "' stroke-width='" + Digits.of(width)
                + "' stroke-linecap='round' stroke-linejoin='round'/>";
    }
}
