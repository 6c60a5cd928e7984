package io.renderyard.gateway.face.pictify;

import io.renderyard.dialect.pictify.FieldProblem;
import io.renderyard.dialect.pictify.Reading;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/** A refusal with what only this face tells: machine codes, and members of its own. */
final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final String INVALID = "validation error";

    private final HttpStatus status;
    private final String kind;
    private final @Nullable String code;
    private final transient List<FieldProblem> problems;
    private final transient Map<String, Object> further;

    private Refusal(
            HttpStatus status,
            String kind,
            String detail,
            @Nullable String code,
            List<FieldProblem> problems,
            Map<String, Object> further) {
        super(detail, null, false, false);
        this.status = status;
        this.kind = kind;
        this.code = code;
        this.problems = List.copyOf(problems);
        this.further = Map.copyOf(further);
    }

    /** @param kind of which type and title are made, such as {@code template not found} */
    static Refusal of(HttpStatus status, String kind, String detail) {
        return new Refusal(status, kind, detail, null, List.of(), Map.of());
    }

    static Refusal of(HttpStatus status, String kind, String detail, String code, List<FieldProblem> problems) {
        return new Refusal(status, kind, detail, code, problems, Map.of());
    }

    /** Fields of a body or a query. None: it cannot be read at all. */
    static Refusal of(List<FieldProblem> problems) {
        if (problems.isEmpty()) {
            return of(HttpStatus.BAD_REQUEST, INVALID, "The body must be a JSON object.");
        }
        FieldProblem first = problems.getFirst();
        String more = problems.size() == 1 ? "" : " 'errors' has the others, too.";
        return new Refusal(
                HttpStatus.BAD_REQUEST,
                INVALID,
                first.field() + " " + first.message() + "." + more,
                machine(first.code()),
                problems,
                Map.of());
    }

    /** Those in capitals are codes of the whole refusal, too. */
    private static @Nullable String machine(String code) {
        return code.equals(code.toUpperCase(Locale.ROOT)) ? code : null;
    }

    Refusal with(Map<String, Object> members) {
        return new Refusal(status, kind, detail(), code, problems, members);
    }

    static <T> T orElse(Reading<T> reading) {
        return switch (reading) {
            case Reading.Understood<T>(T value) -> value;
            case Reading.Wrong<T>(List<FieldProblem> problems) -> throw of(problems);
            case Reading.TooLarge<T>(String why) ->
                throw of(HttpStatus.CONTENT_TOO_LARGE, "payload too large", why, "TEMPLATE_TOO_LARGE", List.of());
            case Reading.LeftOut<T>(String what) -> throw leftOut(what);
        };
    }

    static Refusal leftOut(String what) {
        return of(HttpStatus.NOT_IMPLEMENTED, "not implemented", what);
    }

    /** @param what such as {@code template} */
    static Refusal unknown(String what, String name) {
        String shown = name.length() > 100 ? name.substring(0, 100) + "…" : name;
        String title = what.substring(0, 1).toUpperCase(Locale.ROOT) + what.substring(1);
        return of(
                HttpStatus.NOT_FOUND,
                what + " not found",
                title + " not found: there is none with the id " + shown + ".");
    }

    /** Whether what it refuses may still come. */
    boolean isLate() {
        return status == HttpStatus.GATEWAY_TIMEOUT;
    }

    HttpStatus status() {
        return status;
    }

    String kind() {
        return kind;
    }

    @Nullable
    String code() {
        return code;
    }

    List<FieldProblem> problems() {
        return problems;
    }

    Map<String, Object> further() {
        return further;
    }

    String detail() {
        return String.valueOf(getMessage());
    }
}
