package io.renderyard.gateway.artifact;

import io.renderyard.imaging.Transform;
import io.renderyard.imaging.crop.Crop;
import io.renderyard.imaging.crop.Cropping;
import io.renderyard.kernel.job.FieldError;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a reader wants changed about a picture, in whatever format it will be.
 *
 * @param dpi 30 to 600; none when null
 * @param names of the parameters that were there, as the reader wrote them
 * @param errors what is wrong whatever the picture is, so it can be refused before there is one; empty when all is well
 */
public record Changes(
        Transform transform, @Nullable Integer dpi, Map<Parameter, String> names, List<FieldError> errors) {
    public static final Changes NONE = new Changes(Transform.NONE, null, Map.of(), List.of());

    public Changes {
        names = Map.copyOf(names);
        errors = List.copyOf(errors);
    }

    public static Changes read(Query query, ParameterTable table) {
        Changes changes = new ChangesReader(query, table).read();
        // To a crop, a value that could not be read is missing: one error is enough.
        return changes.errors.isEmpty() ? changes.checked() : changes;
    }

    private Changes checked() {
        Optional<Cropping.Refused> refused =
                Optional.ofNullable(transform.crop()).flatMap(Crop::check);
        return new Changes(
                transform, dpi, names, refused.map(this::error).stream().toList());
    }

    /** Whether anything is wanted, be it right or wrong. */
    boolean any() {
        return !names.isEmpty();
    }

    FieldError error(Cropping.Refused refused) {
        return error(Parameter.of(refused.role()), refused.reason());
    }

    FieldError error(Parameter parameter, String message) {
        return new FieldError(names.getOrDefault(parameter, ""), message);
    }
}
