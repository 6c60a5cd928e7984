package io.renderyard.process.web;

/** No credential, or not one of ours. Each face says it in its own words. */
public final class UnauthorizedException extends RuntimeException {
    UnauthorizedException() {
        super("no valid credential", null, false, false);
    }
}
