package io.renderyard.worker.painting;

import java.net.URI;
import java.util.Base64;

/**
 * A picture to go by. Closed when it is no longer needed, which makes room for others.
 *
 * @param bytes as they were fetched
 */
@SuppressWarnings("ArrayRecordComponent") // megabytes that are handed on and never compared
record Reference(byte[] bytes, String contentType, URI address, Room.Share share) implements AutoCloseable {
    String dataAddress() {
        return "data:" + contentType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        share.close();
    }
}
