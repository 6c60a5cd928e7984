package io.renderyard.egress;

import java.net.URI;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request to a service.
 *
 * @param method such as {@code POST}
 * @param headers as they go out; {@code Content-Type} belongs here
 * @param body null for none
 */
@SuppressWarnings("ArrayRecordComponent") // sent once and never compared
public record ServiceRequest(String method, URI uri, Map<String, String> headers, byte @Nullable [] body) {

    /** Without headers or a body. */
    public static ServiceRequest get(URI uri) {
        return new ServiceRequest("GET", uri, Map.of(), null);
    }

    /** The body as it goes out: some methods always have one. */
    byte @Nullable [] bodyToSend() {
        boolean needed = method.equals("POST") || method.equals("PUT") || method.equals("PATCH");
        return body == null && needed ? new byte[0] : body;
    }
}
