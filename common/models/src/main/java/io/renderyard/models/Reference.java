package io.renderyard.models;

import java.net.URI;
import java.util.Base64;

/**
 * A picture that the new one is to follow.
 *
 * @param bytes encoded, as they were fetched
 * @param contentType such as {@code image/png}
 * @param address where it was fetched; providers are given the bytes
 */
public record Reference(byte[] bytes, String contentType, URI address) {
    public String base64() {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes as an address of their own, {@code data:image/png;base64,…}. */
    public String dataUrl() {
        return "data:" + contentType + ";base64," + base64();
    }

    @Override
    public String toString() {
        return "Reference[" + bytes.length + " bytes of " + contentType + "]";
    }
}
