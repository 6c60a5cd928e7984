package io.renderyard.gateway.face.pictify;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.renderyard.expression.EvaluationException;
import io.renderyard.expression.Expression;
import io.renderyard.expression.Position;
import io.renderyard.expression.Signature;
import io.renderyard.expression.SyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What came of trying out the template language; section 9.9. */
final class ExpressionViews {
    private ExpressionViews() {}

    /**
     * Whether an expression can be read.
     *
     * @param variables first names of its paths
     * @param functions that it calls
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Validated(
            boolean valid,
            String expression,
            @Nullable List<String> variables,
            @Nullable List<String> functions,
            @Nullable String error,
            @Nullable String message,
            @Nullable String code,
            @Nullable String hint,
            @Nullable Position position) {
        static Validated of(String text, Expression expression) {
            return new Validated(
                    true,
                    text,
                    List.copyOf(expression.variables()),
                    List.copyOf(expression.functions()),
                    null,
                    null,
                    null,
                    null,
                    null);
        }

        static Validated of(String text, SyntaxException e) {
            return new Validated(
                    false,
                    text,
                    null,
                    null,
                    e.getMessage(),
                    e.getMessage(),
                    e.code().name(),
                    e.hint(),
                    e.position());
        }
    }

    /**
     * What an expression comes to.
     *
     * @param result in JSON's types
     * @param resultType such as {@code string}; null when there is none
     */
    record Tested(
            boolean success,
            @Nullable Object result,
            @Nullable String resultType,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String error,

            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable
            String code) {
        static Tested of(Expression.Result result) {
            return new Tested(true, result.value(), result.type(), null, null);
        }

        static Tested of(SyntaxException e) {
            return failed(e, e.code());
        }

        static Tested of(EvaluationException e) {
            return failed(e, e.code());
        }

        private static Tested failed(Exception e, Enum<?> code) {
            return new Tested(false, null, null, e.getMessage(), code.name());
        }
    }

    /**
     * All functions.
     *
     * @param filters names that may stand behind a bar: all of them
     */
    record Functions(List<View> functions, List<String> categories, List<String> filters) {
        static Functions of(List<Signature> signatures) {
            return new Functions(
                    signatures.stream().map(View::of).toList(),
                    Arrays.stream(Signature.Category.values())
                            .map(Functions::label)
                            .toList(),
                    signatures.stream().map(Signature::name).toList());
        }

        private static String label(Signature.Category category) {
            return category.name().toLowerCase(Locale.ROOT);
        }

        /** One of them. */
        record View(
                String name,
                String category,
                String description,
                String syntax,
                String example,
                String result,
                List<Param> params,
                String returns) {
            static View of(Signature signature) {
                return new View(
                        signature.name(),
                        label(signature.category()),
                        signature.description(),
                        signature.syntax(),
                        signature.example(),
                        signature.result(),
                        signature.parameters().stream().map(Param::of).toList(),
                        signature.returns());
            }
        }

        /** @param otherwise what counts when it is left out */
        @JsonInclude(JsonInclude.Include.NON_EMPTY)
        record Param(
                String name,
                String type,
                boolean optional,
                @JsonProperty("default") String otherwise) {
            static Param of(Signature.Parameter parameter) {
                return new Param(parameter.name(), parameter.type(), parameter.isOptional(), parameter.whenLeftOut());
            }
        }
    }
}
