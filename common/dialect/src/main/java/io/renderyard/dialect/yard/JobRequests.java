package io.renderyard.dialect.yard;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.tenant.TenantId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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
            Boolean.class, "must be true or false",
            PdfRequest.Margins.class, "must be a length such as 10mm, or a JSON object");

    /** The parser quotes a word that it does not know, which may be a password that lost its quotes. */
    private static final Pattern QUOTED_TOKEN = Pattern.compile("token '.*?'", Pattern.DOTALL);

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
            return wrong(path(e), expected(e.getTargetType()));
        } catch (InputCoercionException e) {
            return wrong(path(e), "is a number beyond all bounds");
        } catch (StreamReadException e) {
            return new Reading.NotJson(
                    QUOTED_TOKEN.matcher(e.getOriginalMessage()).replaceAll("token") + " (line "
                            + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr() + ")");
        } catch (DatabindException e) {
            return wrong(path(e), "cannot be read");
        }
    }

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "cannot be read";
        }
        String otherwise = Collection.class.isAssignableFrom(type) ? "must be a list" : "must be a JSON object";
        return EXPECTED.getOrDefault(type, otherwise);
    }

    private static Reading wrong(String field, String message) {
        return new Reading.Wrong(List.of(new FieldError(field, message)));
    }

    private static String known(UnrecognizedPropertyException e) {
        return e.getKnownPropertyIds().stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
    }

    /** As clients would write it, such as {@code output.pdf.more[2].url}. */
    private static String path(JacksonException e) {
        StringBuilder path = new StringBuilder();
        for (JacksonException.Reference step : e.getPath()) {
            String name = step.getPropertyName();
            if (name == null) {
                path.append('[').append(step.getIndex()).append(']');
            } else {
                path.append(path.isEmpty() ? "" : ".").append(name);
            }
        }
        return path.toString();
    }
}
