package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.FieldProblem;
import io.renderyard.kernel.job.Failure;
import io.renderyard.kernel.job.FailureCode;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;

/** Says why a render failed. What lies at the input is a 422: clients repeat a request that failed with 500. */
final class Failures {
    private Failures() {}

    static Refusal refusal(Failure failure) {
        return switch (failure.code()) {
            case NAVIGATION_FAILED, HTTP_ERROR, TIMEOUT ->
                input(
                        "url fetch failed",
                        failure,
                        List.of(new FieldProblem(
                                "url",
                                failure.message(),
                                failure.code() == FailureCode.TIMEOUT ? "timeout" : "invalid_format")));
            case EGRESS_REFUSED ->
                input("blocked url", failure, List.of(new FieldProblem("url", failure.message(), "blocked")));
            case VARIABLES_REFUSED ->
                input(
                        "expression error",
                        failure,
                        List.of(new FieldProblem("variables", failure.message(), "invalid_format")));
            case SELECTOR_NOT_FOUND ->
                input(
                        "validation error",
                        failure,
                        List.of(new FieldProblem("selector", failure.message(), "invalid_format")));
            case CONSOLE_ERROR,
                    RESOURCE_FAILED,
                    OPTION_REFUSED,
                    SCRIPT_FAILED,
                    NOTHING_MOVES,
                    PICTURE_TOO_LARGE,
                    INVALID_ITEM,
                    PROMPT_REFUSED,
                    REFERENCE_UNAVAILABLE,
                    CREDITS_EXHAUSTED,
                    MODEL_UNAVAILABLE,
                    MODEL_FAILED,
                    MODEL_TIMEOUT -> input("render failed", failure, List.of());
            case TOOL_MISSING, RESOURCE_LIMIT, BROWSER_CRASHED, WORKER_LOST, STORAGE, INTERNAL ->
                Refusal.of(
                        HttpStatus.INTERNAL_SERVER_ERROR, "render failed", failure.message(), code(failure), List.of());
        };
    }

    private static Refusal input(String kind, Failure failure, List<FieldProblem> problems) {
        return Refusal.of(HttpStatus.UNPROCESSABLE_CONTENT, kind, failure.message(), code(failure), problems);
    }

    /** Such as {@code NOTHING_MOVES}. */
    static String code(Failure failure) {
        return failure.code().label().toUpperCase(Locale.ROOT);
    }
}
