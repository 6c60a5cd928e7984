package io.renderyard.dialect.yard;

import io.renderyard.kernel.job.FieldError;
import java.util.Collection;
import java.util.Map;
import java.util.function.Supplier;
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

/** Reads what clients send. What is not understood is refused and named, never guessed. */
final class StrictJson {
    static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES, DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
            .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
            .withCoercionConfig(LogicalType.Textual, StrictJson::onlyText)
            .withCoercionConfig(LogicalType.Integer, StrictJson::noText)
            .withCoercionConfig(LogicalType.Float, StrictJson::noText)
            .withCoercionConfig(LogicalType.Boolean, StrictJson::onlyTruth)
            .build();

    private static final Map<Class<?>, String> EXPECTED = Map.of(
            String.class, "must be a string",
            Integer.class, "must be a whole number",
            Double.class, "must be a number",
            Boolean.class, "must be true or false",
            PdfRequest.Margins.class, "must be a length such as 10mm, or a JSON object");

    /** The parser quotes a word that it does not know, which may be a password that lost its quotes. */
    private static final Pattern QUOTED_TOKEN = Pattern.compile("token '.*?'", Pattern.DOTALL);

    private StrictJson() {}

    /** What came of reading. */
    sealed interface Read<T> {
        record Value<T>(T value) implements Read<T> {}

        /** @param why with line and column */
        record NotJson<T>(String why) implements Read<T> {}

        record Wrong<T>(FieldError error) implements Read<T> {}
    }

    /** @param reading uses {@link #JSON}; a null that it gives is refused */
    static <T> Read<T> read(Supplier<@Nullable T> reading) {
        try {
            T value = reading.get();
            return value == null ? wrong("", "must be a JSON object, not null") : new Read.Value<>(value);
        } catch (UnrecognizedPropertyException e) {
            return wrong(path(e), "is not a known field here; known are " + known(e));
        } catch (MismatchedInputException e) {
            return wrong(path(e), expected(e.getTargetType()));
        } catch (InputCoercionException e) {
            return wrong(path(e), "is a number beyond all bounds");
        } catch (StreamReadException e) {
            return new Read.NotJson<>(why(e));
        } catch (DatabindException e) {
            return wrong(path(e), "cannot be read");
        }
    }

    static String why(StreamReadException e) {
        return QUOTED_TOKEN.matcher(e.getOriginalMessage()).replaceAll("token") + " (line "
                + e.getLocation().getLineNr() + ", column " + e.getLocation().getColumnNr() + ").";
    }

    private static <T> Read<T> wrong(String field, String message) {
        return new Read.Wrong<>(new FieldError(field, message));
    }

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

    private static String expected(@Nullable Class<?> type) {
        if (type == null) {
            return "cannot be read";
        }
        String otherwise = Collection.class.isAssignableFrom(type) ? "must be a list" : "must be a JSON object";
        return EXPECTED.getOrDefault(type, otherwise);
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
