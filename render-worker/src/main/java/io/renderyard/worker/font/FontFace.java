package io.renderyard.worker.font;

import java.util.List;
import java.util.Optional;

/**
 * One face of an installed font.
 *
 * @param families every name of its family, such as {@code Roboto} and {@code Roboto Light}
 * @param style such as {@code Light Italic}; empty when the font does not say
 * @param file its name without folders
 * @param version of the font, as fontconfig counts; {@code 0} when it has none
 */
public record FontFace(List<String> families, String style, String file, String version) {
    /** What {@code fc-list} is asked to print, one face per line. */
    static final String FORMAT = "%{family}\\t%{style[0]}\\t%{file|basename}\\t%{fontversion}\\n";

    private static final int FIELDS = 4;

    /** Reads a line of that form. */
    static Optional<FontFace> of(String line) {
        String[] fields = line.split("\t", -1);
        return fields.length == FIELDS && !fields[0].isBlank()
                ? Optional.of(new FontFace(List.of(fields[0].split(",")), fields[1], fields[2], fields[3]))
                : Optional.empty();
    }
}
