package io.renderyard.worker.browser;

import io.renderyard.kernel.job.FailureCode;
import io.renderyard.worker.rendering.RenderException;

/** Chrome's network errors, said for people. */
final class NavigationFailure {
    private NavigationFailure() {}

    /** @param errorText such as {@code net::ERR_NAME_NOT_RESOLVED}; may be empty when it is not known */
    static RenderException of(String errorText) {
        return new RenderException(FailureCode.NAVIGATION_FAILED, "The page could not be loaded: " + reason(errorText));
    }

    private static String reason(String errorText) {
        String error = errorText.replaceFirst("^net::ERR_", "");
        if (error.startsWith("CERT_") || error.startsWith("SSL_")) {
            return "its TLS certificate or connection is not valid (" + error + ").";
        }
        return switch (error) {
            case "NAME_NOT_RESOLVED" -> "its host name is not known.";
            case "TUNNEL_CONNECTION_FAILED", "CONNECTION_REFUSED", "CONNECTION_FAILED", "ADDRESS_UNREACHABLE" ->
                "its server could not be reached: unknown name, or nobody answers there.";
            case "CONNECTION_RESET",
                    "CONNECTION_CLOSED",
                    "EMPTY_RESPONSE",
                    "INCOMPLETE_CHUNKED_ENCODING",
                    "CONTENT_LENGTH_MISMATCH" -> "its server broke the connection.";
            case "TIMED_OUT", "CONNECTION_TIMED_OUT" -> "its server did not answer in time.";
            case "PROXY_CONNECTION_FAILED" -> "the farm's way out is down for the moment.";
            case "TOO_MANY_REDIRECTS" -> "it redirects without end.";
            case "UNSAFE_REDIRECT" -> "it redirects to an address that is not http or https.";
            case "UNSAFE_PORT" -> "its port is one that browsers do not contact.";
            case "ABORTED" -> "it answers with a download or with nothing to show.";
            case "BLOCKED_BY_CLIENT" -> "the submission's own rules block it.";
            case "" -> "it ended on an error page.";
            default -> "the browser says " + error + ".";
        };
    }
}
