package io.renderyard.egress;

import java.io.IOException;

/** Bytes that are no HTTP/1.1, or that two readers could understand in two ways. */
final class BadMessage extends IOException {
    private static final long serialVersionUID = 1;

    BadMessage(String message) {
        super(message);
    }
}
