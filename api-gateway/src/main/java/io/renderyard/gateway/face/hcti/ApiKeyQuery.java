package io.renderyard.gateway.face.hcti;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.tenant.ApiKeys;
import io.renderyard.kernel.tenant.Scope;
import io.renderyard.process.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which keys are asked for.
 *
 * @param count 1 to 100
 * @param from null to begin with the newest
 */
record ApiKeyQuery(int count, @Nullable UUID from, ApiKeys.Filter filter) {
    private static final int USUAL = 10;
    private static final int MOST = 100;

    /** @throws ProblemException 400 with every parameter that is wrong */
    static ApiKeyQuery of(HttpServletRequest request) {
        return new Reader(request).read();
    }

    private static final class Reader {
        private final HttpServletRequest request;
        private final List<FieldError> errors = new ArrayList<>();

        Reader(HttpServletRequest request) {
            this.request = request;
        }

        ApiKeyQuery read() {
            ApiKeyQuery query = new ApiKeyQuery(
                    Objects.requireNonNullElse(
                            parameter("count", Reader::count, "must be a whole number between 1 and " + MOST), USUAL),
                    parameter(
                            "page_start",
                            text -> ApiKeyController.id(text).orElse(null),
                            "must be next_page_start of" + " the page before"),
                    new ApiKeys.Filter(
                            Objects.requireNonNullElse(
                                    parameter("include_disabled", Reader::truth, "must be true or false"), false),
                            scopes()));
            if (!errors.isEmpty()) {
                throw Refusal.of(errors);
            }
            return query;
        }

        /** Null when it is not given, or wrong, which is noted. */
        private <T> @Nullable T parameter(String name, Function<String, @Nullable T> reading, String expected) {
            String text = request.getParameter(name);
            if (text == null || text.isEmpty()) {
                return null;
            }
            T value = reading.apply(text);
            if (value == null) {
                errors.add(new FieldError(name, expected));
            }
            return value;
        }

        private static @Nullable Integer count(String text) {
            int count = text.matches("[0-9]{1,3}") ? Integer.parseInt(text) : 0;
            return count >= 1 && count <= MOST ? count : null;
        }

        private static @Nullable Boolean truth(String text) {
            return switch (text) {
                case "true" -> true;
                case "false" -> false;
                default -> null;
            };
        }

        private Set<Scope> scopes() {
            Set<Scope> scopes = EnumSet.noneOf(Scope.class);
            String[] labels = Objects.requireNonNullElse(request.getParameterValues("with_permission"), new String[0]);
            for (String label : labels) {
                Scope.of(label)
                        .ifPresentOrElse(
                                scopes::add,
                                () -> errors.add(
                                        new FieldError("with_permission", "is not a permission of this server")));
            }
            return scopes;
        }
    }
}
