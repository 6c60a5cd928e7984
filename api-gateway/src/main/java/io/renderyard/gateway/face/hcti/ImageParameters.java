package io.renderyard.gateway.face.hcti;

import io.renderyard.gateway.artifact.Form;
import io.renderyard.gateway.artifact.Parameter;
import io.renderyard.gateway.artifact.ParameterTable;
import io.renderyard.gateway.artifact.Placement;
import io.renderyard.imaging.crop.Length;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The parameters that change an image, under the vendor's names. */
final class ImageParameters {
    private static final Map<Parameter, List<String>> NAMES = Map.ofEntries(
            Map.entry(Parameter.X_START, List.of("x_1")),
            Map.entry(Parameter.X_END, List.of("x_2")),
            Map.entry(Parameter.CROP_WIDTH, List.of("crop_width", "crop_w")),
            Map.entry(Parameter.X_ORIGIN, List.of("x_origin")),
            Map.entry(Parameter.Y_START, List.of("y_1")),
            Map.entry(Parameter.Y_END, List.of("y_2")),
            Map.entry(Parameter.CROP_HEIGHT, List.of("crop_height", "crop_h")),
            Map.entry(Parameter.Y_ORIGIN, List.of("y_origin")),
            Map.entry(Parameter.RATIO, List.of("aspect_ratio")),
            Map.entry(Parameter.WIDTH, List.of("width")),
            Map.entry(Parameter.HEIGHT, List.of("height")),
            Map.entry(Parameter.DPI, List.of("dpi")));

    private static final ParameterTable ALL = table(NAMES);
    private static final ParameterTable WITHOUT_RESOLUTION = table(namesWithout(Parameter.DPI));
    private static final ParameterTable NONE = table(Map.of());

    private ImageParameters() {}

    /** Whether a parameter of this name may change an image. */
    static boolean known(String name) {
        return NAMES.values().stream().anyMatch(names -> names.contains(name));
    }

    /** A webp has no resolution, and nothing of a pdf is changed: there such parameters are ignored like any unknown. */
    static ParameterTable of(ImageFormat format) {
        return switch (format) {
            case PNG, JPEG -> ALL;
            case WEBP -> WITHOUT_RESOLUTION;
            case PDF -> NONE;
        };
    }

    private static Map<Parameter, List<String>> namesWithout(Parameter parameter) {
        Map<Parameter, List<String>> names = new EnumMap<>(NAMES);
        names.remove(parameter);
        return names;
    }

    private static ParameterTable table(Map<Parameter, List<String>> names) {
        return new ParameterTable(
                names, Form.ratio("_"), new Form<>(ImageParameters::placement, Placement.SIDE.rule()));
    }

    /** Addresses that were made before the summer of 2026 may have a length there. */
    private static Optional<Placement> placement(String text) {
        return Placement.SIDE.reading().apply(text).or(() -> Length.parse(text).map(Placement.Position::new));
    }
}
