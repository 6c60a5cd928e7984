package io.renderyard.dialect.pictify;

import io.renderyard.kernel.render.PictureFormat.Paper;

/** Papers by name; section 6.3. Points are whole, as the vendor documents them. */
enum PaperPreset {
    A4("A4", 210, 297, 595, 842),
    LETTER("Letter", 215.9, 279.4, 612, 792),
    LEGAL("Legal", 215.9, 355.6, 612, 1_008),
    A3("A3", 297, 420, 842, 1_191),
    A5("A5", 148, 210, 420, 595),
    TABLOID("Tabloid", 279.4, 431.8, 792, 1_224);

    private final String label;
    private final double widthMm;
    private final double heightMm;
    private final int width;
    private final int height;

    PaperPreset(String label, double widthMm, double heightMm, int width, int height) {
        this.label = label;
        this.widthMm = widthMm;
        this.heightMm = heightMm;
        this.width = width;
        this.height = height;
    }

    String label() {
        return label;
    }

    Paper paper() {
        return new Paper(width, height);
    }

    double widthMm() {
        return widthMm;
    }

    double heightMm() {
        return heightMm;
    }
}
