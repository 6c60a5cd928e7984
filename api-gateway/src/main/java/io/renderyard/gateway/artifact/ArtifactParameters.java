package io.renderyard.gateway.artifact;

import java.util.List;
import java.util.Map;

/** The parameters of our own addresses. */
final class ArtifactParameters {
    static final ParameterTable TABLE = new ParameterTable(
            Map.ofEntries(
                    Map.entry(Parameter.X_START, List.of("x")),
                    Map.entry(Parameter.X_END, List.of("x2")),
                    Map.entry(Parameter.CROP_WIDTH, List.of("w")),
                    Map.entry(Parameter.X_ORIGIN, List.of("xOrigin")),
                    Map.entry(Parameter.Y_START, List.of("y")),
                    Map.entry(Parameter.Y_END, List.of("y2")),
                    Map.entry(Parameter.CROP_HEIGHT, List.of("h")),
                    Map.entry(Parameter.Y_ORIGIN, List.of("yOrigin")),
                    Map.entry(Parameter.RATIO, List.of("ratio")),
                    Map.entry(Parameter.WIDTH, List.of("width")),
                    Map.entry(Parameter.HEIGHT, List.of("height")),
                    Map.entry(Parameter.DPI, List.of("dpi"))),
            Form.ratio(":"),
            Placement.SIDE);

    private ArtifactParameters() {}
}
