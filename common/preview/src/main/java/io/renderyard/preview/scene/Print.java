package io.renderyard.preview.scene;

import io.renderyard.preview.ink.Digits;
import io.renderyard.preview.ink.Pen;

/** The picture that came along as a reference, as a print pinned to the upper corner. */
final class Print {
    private Print() {}

    /** @param address a data URL, already fit to stand between quotes */
    static void draw(Stage stage, String address) {
        double size = stage.unit(0.2);
        double edge = size * 0.07;
        double x = stage.unit(0.07);
        double y = stage.unit(0.075);
        Pen pen = stage.pen();
        pen.turned(x, y, -4);
        pen.raw("<rect x='4' y='6' width='" + Digits.of(size) + "' height='" + Digits.of(size * 1.14)
                + "' fill='#000' fill-opacity='.3'/><rect width='" + Digits.of(size) + "' height='"
                + Digits.of(size * 1.14) + "' fill='#fbf8f0'/><image x='" + Digits.of(edge) + "' y='" + Digits.of(edge)
                + "' width='" + Digits.of(size - 2 * edge) + "' height='" + Digits.of(size - 2 * edge)
                + "' preserveAspectRatio='xMidYMid slice' href='" + address + "'/><circle cx='" + Digits.of(size / 2)
                + "' cy='0' r='" + Digits.of(size * 0.04) + "' fill='#d8342c'/>");
        pen.close();
    }
}
