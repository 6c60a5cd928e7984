package io.renderyard.worker.browser;

import org.jspecify.annotations.Nullable;

/** A browser that did not come up; the message is for the operator. */
final class BrowserStartException extends Exception {
    private static final long serialVersionUID = 1L;

    BrowserStartException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
