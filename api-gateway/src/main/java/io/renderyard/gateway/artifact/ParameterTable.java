package io.renderyard.gateway.artifact;

import io.renderyard.imaging.crop.Ratio;
import java.util.List;
import java.util.Map;

/**
 * How a face writes the parameters that change a picture. What is not in it is unknown there, and what is unknown is
 * ignored.
 *
 * @param names any of them will do; two that contradict each other are refused
 */
public record ParameterTable(Map<Parameter, List<String>> names, Form<Ratio> ratio, Form<Placement> placement) {
    List<String> names(Parameter parameter) {
        return names.getOrDefault(parameter, List.of());
    }
}
