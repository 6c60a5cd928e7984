package io.renderyard.dialect.pictify;

import io.renderyard.kernel.template.TemplateBody;
import org.jspecify.annotations.Nullable;

/** CSS pixels. */
public record Size(int width, int height) {
    /** Of images, and of templates that name none. */
    public static final Size CARD = new Size(1_200, 630);

    /** Of moving pictures. */
    public static final Size ANIMATION = new Size(800, 600);

    /** A template's own, as far as it has one. */
    public static Size of(TemplateBody body) {
        return CARD.or(body.width(), body.height());
    }

    Size or(@Nullable Integer otherWidth, @Nullable Integer otherHeight) {
        return new Size(otherWidth == null ? width : otherWidth, otherHeight == null ? height : otherHeight);
    }
}
