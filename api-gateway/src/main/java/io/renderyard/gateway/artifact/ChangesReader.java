package io.renderyard.gateway.artifact;

import io.renderyard.imaging.Transform;
import io.renderyard.imaging.crop.Axis;
import io.renderyard.imaging.crop.Crop;
import io.renderyard.imaging.crop.Length;
import io.renderyard.imaging.crop.Ratio;
import io.renderyard.kernel.job.FieldError;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters that change a picture, each by itself. What is wrong is noted by the name that was written. */
final class ChangesReader {
    private static final Form<Integer> SIDE = Form.between(1, Transform.MAX_SIDE);
    private static final Form<Integer> DPI = Form.between(30, 600);

    private final Query query;
    private final ParameterTable table;
    private final Map<Parameter, String> names = new EnumMap<>(Parameter.class);
    private final List<FieldError> errors = new ArrayList<>();

    ChangesReader(Query query, ParameterTable table) {
        this.query = query;
        this.table = table;
    }

    Changes read() {
        Transform transform = new Transform(crop(), value(Parameter.WIDTH, SIDE), value(Parameter.HEIGHT, SIDE));
        return new Changes(transform, value(Parameter.DPI, DPI), names, errors);
    }

    private @Nullable Crop crop() {
        Axis x = axis(Parameter.X_START, Parameter.X_END, Parameter.CROP_WIDTH, Parameter.X_ORIGIN);
        Axis y = axis(Parameter.Y_START, Parameter.Y_END, Parameter.CROP_HEIGHT, Parameter.Y_ORIGIN);
        Ratio ratio = value(Parameter.RATIO, table.ratio());
        return ratio == null && x.equals(Axis.WHOLE) && y.equals(Axis.WHOLE) ? null : new Crop(x, y, ratio);
    }

    private Axis axis(Parameter start, Parameter end, Parameter size, Parameter origin) {
        Length from = value(start, Form.LENGTH);
        Length to = value(end, Form.LENGTH);
        Length wide = value(size, Form.LENGTH);
        return switch (value(origin, table.placement())) {
            case null -> new Axis(from, to, wide, null);
            case Placement.Side(var side) -> new Axis(from, to, wide, side);
            case Placement.Position(var position) -> new Axis(position(start, origin, position), to, wide, null);
        };
    }

    private Length position(Parameter start, Parameter origin, Length position) {
        String name = names.getOrDefault(origin, "");
        String other = names.putIfAbsent(start, name);
        if (other != null) {
            wrong(name, "is a start itself, and so is " + other + ": leave out one of the two");
        }
        return position;
    }

    private <T> @Nullable T value(Parameter parameter, Form<T> form) {
        T found = null;
        for (String name : table.names(parameter)) {
            List<String> values = query.all(name);
            if (values.isEmpty()) {
                continue;
            }
            T value = single(name, values, form);
            String other = names.putIfAbsent(parameter, name);
            if (found != null && value != null && !found.equals(value)) {
                wrong(name, "contradicts " + other + ": leave out one of the two");
            }
            found = value;
        }
        return found;
    }

    private <T> @Nullable T single(String name, List<String> values, Form<T> form) {
        if (values.size() > 1) {
            wrong(name, "must be there once");
            return null;
        }
        Optional<T> value = form.reading().apply(values.getFirst());
        if (value.isEmpty()) {
            wrong(name, form.rule());
        }
        return value.orElse(null);
    }

    private void wrong(String name, String message) {
        errors.add(new FieldError(name, message));
    }
}
