package io.renderyard.gateway.artifact;

import java.io.IOException;
import java.io.InputStream;

/**
 * Bytes to be served.
 *
 * @param size bytes
 */
record Content(String contentType, long size, Source source) {
    /** Where they are read from. */
    interface Source {
        /** @param offset of the first byte; to be closed by the caller */
        InputStream open(long offset) throws IOException;
    }
}
