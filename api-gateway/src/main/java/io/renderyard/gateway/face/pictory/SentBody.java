package io.renderyard.gateway.face.pictory;

import io.renderyard.process.web.Problem;
import io.renderyard.process.web.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** Tells by its content type what a body is; section 3.4. Some clients send none, and mean JSON. */
enum SentBody {
    JSON,
    FORM;

    /** @throws ProblemException 415 when it is neither */
    static SentBody of(HttpServletRequest request) {
        String type = request.getContentType();
        if (type == null || type.isBlank()) {
            return JSON;
        }
        try {
            MediaType sent = MediaType.parseMediaType(type);
            if (MediaType.APPLICATION_JSON.equalsTypeAndSubtype(sent)) {
                return JSON;
            }
            if (MediaType.APPLICATION_FORM_URLENCODED.equalsTypeAndSubtype(sent)) {
                return FORM;
            }
        } catch (InvalidMediaTypeException e) {
            // Said below, as of every other type.
        }
        throw unsupported();
    }

    /** @throws ProblemException 415 when it is something else */
    static void requireJson(HttpServletRequest request) {
        if (of(request) != JSON) {
            throw unsupported();
        }
    }

    private static ProblemException unsupported() {
        return new ProblemException(
                Problem.of(HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported media type", "Send JSON, and say so."));
    }
}
