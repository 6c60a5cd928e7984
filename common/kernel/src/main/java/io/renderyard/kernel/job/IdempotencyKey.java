package io.renderyard.kernel.job;

/**
 * A client's own name for a request, so that repeating the request does nothing twice. Valid for 24 hours within one
 * tenant.
 *
 * @param value up to {@value #LONGEST} characters
 * @param fingerprint SHA-256 in lower-case hex of what was asked for: the same key may not stand for something else
 */
public record IdempotencyKey(String value, String fingerprint) {
    public static final int LONGEST = 255;

    /** For one of several things that the request asks for. No client can send it: there is a space in it. */
    public IdempotencyKey part(String name) {
        return new IdempotencyKey(value + " " + name, fingerprint);
    }
}
