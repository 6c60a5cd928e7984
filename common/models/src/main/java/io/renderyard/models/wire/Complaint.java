package io.renderyard.models.wire;

import io.renderyard.egress.ServiceAnswer;
import io.renderyard.models.Trouble;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/**
 * An answer that says no, in any of the forms the providers use: {@code {error: {code, type, status, message,
 * details}}}, {@code {error, message}}, {@code {detail: text}} and {@code {detail: [{type, msg}]}}.
 */
record Complaint(ServiceAnswer.Responded<Content> answer) {
    private static final Predicate<String> POLICY =
            sign("content.?policy|moderat|sensitive|risk.?detect|safety|nsfw|prohibited.?content|content.?filter");
    private static final Predicate<String> REFERENCE = sign("image_load|file_download|(image|file)_too_|image_parse"
            + "|invalid_?(input_?)?image|unsupported_?image|^inputimage");
    private static final Predicate<String> GONE =
            sign("InvalidEndpointOrModel|ClosedEndpoint|ModelNotOpen|model_not_found");
    private static final Predicate<String> ACCOUNT = sign("insufficient_(quota|balance|credit)|billing"
            + "|api_key_invalid|invalid_api_key|failed_precondition|AccountOverdue");
    private static final Predicate<String> TRANSIENT =
            sign("downstream_service|generation_timeout|internal_server_error|request_timeout|runner_");
    private static final Predicate<String> USELESS = sign("no_media_generated");

    private static final Pattern SECONDS = Pattern.compile("([0-9]{1,6})(\\.[0-9]+)?s?");

    private static Predicate<String> sign(String expression) {
        return Pattern.compile(expression, Pattern.CASE_INSENSITIVE).asPredicate();
    }

    /** Whether a code or a status word means that the content was refused. */
    static boolean isPolicy(String code) {
        return POLICY.test(code);
    }

    /** What helps. A code says more than the status: some providers send all they refuse with one status. */
    Trouble trouble() {
        List<String> codes = codes();
        int status = answer.status();
        if (status < 500) {
            if (codes.stream().anyMatch(POLICY)) {
                return Trouble.POLICY;
            }
            if (codes.stream().anyMatch(REFERENCE)) {
                return Trouble.REFERENCE;
            }
            if (codes.stream().anyMatch(ACCOUNT)) {
                return Trouble.ACCOUNT;
            }
            if (codes.stream().anyMatch(GONE)) {
                return Trouble.GONE_MODEL;
            }
        }
        if (codes.stream().anyMatch(USELESS)) {
            return Trouble.USELESS;
        }
        if (status != 429 && codes.stream().anyMatch(TRANSIENT)) {
            return Trouble.TRANSIENT;
        }
        return byStatus(status);
    }

    private static Trouble byStatus(int status) {
        return switch (status) {
            case 401, 402, 403 -> Trouble.ACCOUNT;
            case 404, 410 -> Trouble.GONE_MODEL;
            case 408, 425 -> Trouble.TRANSIENT;
            // Words are never that long, so it is the picture that comes with them.
            case 413 -> Trouble.REFERENCE;
            case 429 -> Trouble.THROTTLED;
            default -> status >= 500 ? Trouble.TRANSIENT : Trouble.BAD_REQUEST;
        };
    }

    private List<String> codes() {
        List<String> codes = new ArrayList<>();
        for (String pointer : List.of(
                "/code", "/type", "/status", "/error_type", "/error", "/error/code", "/error/type", "/error/status")) {
            Json.text(json(), pointer).ifPresent(codes::add);
        }
        json().path("detail").forEach(each -> Json.text(each, "/type").ifPresent(codes::add));
        json().at("/error/details").forEach(each -> Json.text(each, "/reason").ifPresent(codes::add));
        // What has spaces is a sentence, in which such a word may mean anything.
        codes.removeIf(code -> code.indexOf(' ') >= 0);
        return codes;
    }

    /** Missing when it is none. */
    private JsonNode json() {
        return answer.body().json();
    }

    /** For people; the status where the provider has no words. */
    String words() {
        String said = Json.text(
                        json(),
                        "/error/message",
                        "/message",
                        "/detail",
                        "/detail/0/msg",
                        "/detail/message",
                        "/error",
                        "/errors",
                        "/title")
                .orElseGet(this::plainText);
        return said.isBlank() ? "HTTP " + answer.status() : said;
    }

    /** Not the page of a proxy in between. */
    private String plainText() {
        String text = new String(answer.body().other(), StandardCharsets.UTF_8).strip();
        return json().stringValue(text.startsWith("<") || text.startsWith("{") || text.startsWith("[") ? "" : text);
    }

    /** The header, or what the body says in its place. */
    Optional<Duration> retryAfter() {
        return answer.retryAfter().or(this::retryAfterInBody);
    }

    private Optional<Duration> retryAfterInBody() {
        List<String> said = new ArrayList<>();
        said.add(json().path("retry_after").asString(""));
        said.add(json().at("/error/retry_after").asString(""));
        json().at("/error/details")
                .forEach(each -> said.add(each.path("retryDelay").asString("")));
        return said.stream()
                .map(SECONDS::matcher)
                .filter(matcher -> matcher.matches())
                .map(matcher ->
                        Duration.ofSeconds(Long.parseLong(matcher.group(1)) + (matcher.group(2) == null ? 0 : 1)))
                .findFirst();
    }
}
