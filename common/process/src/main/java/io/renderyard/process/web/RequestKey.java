package io.renderyard.process.web;

import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.job.IdempotencyKey;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.springframework.http.HttpStatus;

/**
 * The client's own name for a request, from its header, and what tells the request from others: method, path, query,
 * content type and body.
 */
public final class RequestKey {
    public static final String HEADER = "Idempotency-Key";
    /** {@code true} on the answer to a request that was done before. */
    public static final String REPLAYED = "Idempotency-Replayed";

    private final Optional<String> name;
    private final MessageDigest digest;

    private RequestKey(Optional<String> name, MessageDigest digest) {
        this.name = name;
        this.digest = digest;
    }

    /** @throws ProblemException 400 when the header is there and is no key */
    public static RequestKey of(HttpServletRequest request) {
        MessageDigest digest = sha256();
        String head = String.join(
                "\n",
                request.getMethod(),
                request.getRequestURI(),
                Objects.toString(request.getQueryString(), ""),
                contentType(request),
                "");
        digest.update(head.getBytes(StandardCharsets.UTF_8));
        return new RequestKey(name(Collections.list(request.getHeaders(HEADER))), digest);
    }

    /** Without the boundary of a form, which is a new one each time that the same form is sent. */
    private static String contentType(HttpServletRequest request) {
        return Objects.toString(request.getContentType(), "").replaceFirst("(?i);\\s*boundary=.*", "");
    }

    private static Optional<String> name(List<String> headers) {
        if (headers.isEmpty()) {
            return Optional.empty();
        }
        String name = headers.getFirst();
        boolean known = headers.size() == 1
                && !name.isEmpty()
                && name.length() <= IdempotencyKey.LONGEST
                && name.chars().allMatch(c -> c > ' ' && c <= '~');
        if (!known) {
            throw new ProblemException(Problem.of(
                    HttpStatus.BAD_REQUEST,
                    "invalid header",
                    "A header is wrong; 'errors' says which. Nothing was written.",
                    List.of(new FieldError(
                            HEADER,
                            "must be there once, with 1 to " + IdempotencyKey.LONGEST + " visible ASCII characters"))));
        }
        return Optional.of(name);
    }

    /** Sees the body, in as many pieces as there are. */
    public RequestKey with(byte[] bytes, int length) {
        digest.update(bytes, 0, length);
        return this;
    }

    public RequestKey with(byte[] bytes) {
        return with(bytes, bytes.length);
    }

    /** To be asked once, when the whole body was seen; empty when the client named none. */
    public Optional<IdempotencyKey> key() {
        return name.map(value -> new IdempotencyKey(value, HexFormat.of().formatHex(digest.digest())));
    }

    /** Says that the key stands for another request. */
    public static ProblemException taken() {
        return new ProblemException(Problem.of(
                HttpStatus.UNPROCESSABLE_CONTENT,
                "key in use for another request",
                "This Idempotency-Key was sent before, with another body or to another address. Nothing was written."
                        + " Use a new key for a new request; a key is free again after 24 hours."));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 belongs to every JDK", e);
        }
    }
}
