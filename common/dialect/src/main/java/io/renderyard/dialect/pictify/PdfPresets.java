package io.renderyard.dialect.pictify;

import java.util.LinkedHashMap;
import java.util.Map;

/** {@code GET /pdf/presets}; section 6.3. */
public record PdfPresets(Map<String, Preset> presets) {
    /** A paper's size in points, and in millimetres. */
    public record Preset(
            String name, int width, int height, String unit, double widthMm, double heightMm, String label) {}

    public static PdfPresets all() {
        Map<String, Preset> presets = new LinkedHashMap<>();
        for (PaperPreset one : PaperPreset.values()) {
            presets.put(
                    one.label(),
                    new Preset(
                            one.label(),
                            (int) one.paper().width(),
                            (int) one.paper().height(),
                            "pt",
                            one.widthMm(),
                            one.heightMm(),
                            "%s (%s × %s mm)".formatted(one.label(), plain(one.widthMm()), plain(one.heightMm()))));
        }
        return new PdfPresets(presets);
    }

    private static String plain(double millimetres) {
        return millimetres == Math.rint(millimetres) ? Long.toString((long) millimetres) : Double.toString(millimetres);
    }
}
