package io.renderyard.dialect.pictify;

import io.renderyard.kernel.template.TemplateBody;

/** The small picture of a template; section 7.3. */
public final class Thumbnail {
    /** Pixels of its longer side. */
    private static final int SIDE = 400;

    private Thumbnail() {}

    /** A whole template in small. */
    public static Drawing drawing(TemplateBody body) {
        Size size = Size.of(body);
        return size.width() >= size.height()
                ? Drawing.plain(OutputFormat.USUAL, SIDE, null, 1)
                : Drawing.plain(OutputFormat.USUAL, null, SIDE, 1);
    }
}
