package io.renderyard.process.web;

import java.io.IOException;
import java.io.Writer;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import tools.jackson.databind.json.JsonMapper;

/**
 * The server's own words, for what never reaches Spring (a request that is no HTTP) and for what has no body when it is
 * through: a JSON object, since clients parse what they get.
 */
final class ErrorReport extends ErrorReportValve {
    private static final JsonMapper JSON = new JsonMapper();

    private record Body(String error, String message, int statusCode) {}

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < HttpStatus.BAD_REQUEST.value()
                || response.getContentWritten() > 0
                || !response.setErrorReported()) {
            return;
        }
        AtomicBoolean open = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, open);
        if (open.get()) {
            write(JSON.writeValueAsString(body(status, response.getMessage())), response);
        }
    }

    private static Body body(int status, @Nullable String said) {
        String reason = Optional.ofNullable(HttpStatus.resolve(status))
                .map(HttpStatus::getReasonPhrase)
                .orElse("Error " + status);
        return new Body(reason, said == null || said.isBlank() ? sentence(status, reason) : said, status);
    }

    private static String sentence(int status, String reason) {
        if (status == HttpStatus.BAD_REQUEST.value()) {
            return "The request is not well-formed HTTP: percent-encode what may not stand in an address.";
        }
        return status < HttpStatus.INTERNAL_SERVER_ERROR.value()
                ? "The request was refused: " + reason + "."
                : "The request could not be answered: " + reason + ".";
    }

    private static void write(String json, Response response) {
        try {
            response.setContentType(MediaType.APPLICATION_JSON_VALUE);
            response.setCharacterEncoding("UTF-8");
            response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
            Writer writer = response.getReporter();
            if (writer != null) {
                writer.write(json);
                response.finishResponse();
            }
        } catch (IOException | IllegalStateException clientIsGone) {
            // Nobody is left to be told.
        }
    }
}
