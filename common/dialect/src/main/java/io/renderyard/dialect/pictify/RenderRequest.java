package io.renderyard.dialect.pictify;

import io.renderyard.kernel.render.PictureFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A template that is to be rendered; section 7.5.
 *
 * @param layouts keys in the order of the answer, without repetitions; the base alone when it is empty
 * @param forgiving an unknown layout is replaced by the base instead of being told of
 * @param sets values for one page each; none for a picture of {@code variables}
 * @param preset name of the paper, where it is a document
 */
public record RenderRequest(
        Map<String, @Nullable Object> variables,
        List<String> layouts,
        boolean forgiving,
        List<Map<String, @Nullable Object>> sets,
        Drawing drawing,
        String preset) {
    /** Key of the base among the layouts. */
    public static final String BASE = "default";

    public RenderRequest {
        layouts = layouts.isEmpty() ? List.of(BASE) : List.copyOf(layouts);
        sets = List.copyOf(sets);
    }

    /** With a title for a document that has none. */
    public RenderRequest titled(String title) {
        if (!(drawing.output().format() instanceof PictureFormat.Pdf pdf)) {
            return this;
        }
        return new RenderRequest(
                variables,
                layouts,
                forgiving,
                sets,
                drawing.with(new PdfOptions(preset, pdf).titled(title).pdf()),
                preset);
    }
}
