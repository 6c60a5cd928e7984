package io.renderyard.dialect.yard;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.tenant.TenantId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.exc.InputCoercionException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.cfg.MutableCoercionConfig;
import tools.jackson.databind.exc.MismatchedInputException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

/** Reads bodies of {@code POST /api/v1/jobs}. Strict: what is not understood is refused and named, never guessed. */
public final class JobRequests {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .withCoercionConfig(LogicalType.Textual, JobRequests::onlyText)
            .withCoercionConfig(LogicalType.Integer, JobRequests::noText)
            .withCoercionConfig(LogicalType.Float, JobRequests::noText)
            .withCoercionConfig(LogicalType.Boolean, JobRequests::onlyTruth)
            .build();

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            String.class, "must be a string",
            Integer.class, "must be a whole number",
            Double.class, "must be a number",
            Boolean.class, "must be true or false");

    private JobRequests() {}

    private static void onlyText(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail);
    }

    private static void noText(MutableCoercionConfig config) {
        config.setCoercion(CoercionInputShape.String, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.EmptyString, CoercionAction.Fail);
    }

    private static void onlyTruth(MutableCoercionConfig config) {
        noText(config);
        config.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                .setCoercion(CoercionInputShape.Float, CoercionAction.Fail);
    }

    public static Reading read(byte[] body, TenantId tenant) {
        try {
            JobRequest request = JSON.readValue(body, JobRequest.class);
            if (request == null) {
                return wrong("", "must be a JSON object, not null");
            }
            return new JobRequestCheck(request).check(tenant);
        } catch (UnrecognizedPropertyException e) {
            return wrong(path(e), "is not a known field here; known are " + known(e));
        } catch (MismatchedInputException e) {
            return wrong(path(e), EXPECTED.getOrDefault(e.getTargetType(), "must be a JSON object"));
        } catch (InputCoercionException e) {
            return wrong(path(e), "is a number beyond all bounds");
        } catch (StreamReadException e) {
            return new Reading.NotJson(
                    e.getOriginalMessage() + " (line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")");
        } catch (DatabindException e) {
            return wrong(path(e), "cannot be read: " + e.getOriginalMessage());
        }
    }

    private static Reading wrong(String field, String message) {
        return new Reading.Wrong(List.of(new FieldError(field, message)));
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    private static String path(JacksonException e) {
        return e.getPath().stream()
                .map(JacksonException.Reference::getPropertyName)
                .map(String::valueOf)
                .collect(Collectors.joining("."));
    }
}
