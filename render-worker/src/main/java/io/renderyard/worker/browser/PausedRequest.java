package io.renderyard.worker.browser;

import io.renderyard.kernel.render.ResourceType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import tools.jackson.databind.JsonNode;

/**
 * A request that waits for our word.
 *
 * @param id by which it is answered
 * @param frame that asks
 * @param type as Chrome names it, such as {@code Document} or {@code XHR}
 * @param headers without those that Chrome adds at the very end, such as cookies
 */
record PausedRequest(String id, String url, String frame, String type, Map<String, String> headers) {
    private static final String EVENTS = "text/event-stream";

    static PausedRequest of(JsonNode event) {
        Map<String, String> headers = new LinkedHashMap<>();
        event.path("request")
                .path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asString("")));
        return new PausedRequest(
                event.path("requestId").asString(),
                event.path("request").path("url").asString(""),
                event.path("frameId").asString(""),
                event.path("resourceType").asString(""),
                headers);
    }

    /** True for the page itself and for whatever its window moves to. */
    boolean isPage(String topFrame) {
        return type.equals("Document") && frame.equals(topFrame);
    }

    /** More than one where Chrome does not tell apart what callers do. */
    Set<ResourceType> types() {
        return switch (type) {
            case "Document" -> Set.of(ResourceType.DOCUMENT);
            case "Stylesheet" -> Set.of(ResourceType.STYLESHEET);
            case "Image" -> Set.of(ResourceType.IMAGE, ResourceType.IMAGE_SET, ResourceType.IMG);
            case "Media" -> Set.of(ResourceType.MEDIA, ResourceType.TEXT_TRACK);
            case "Font" -> Set.of(ResourceType.FONT);
            case "Script" -> Set.of(ResourceType.SCRIPT);
            // Requests of fetch() are called XHR too; what Chrome calls Fetch is only loaded ahead.
            case "XHR" ->
                EVENTS.equals(headers.get("Accept"))
                        ? Set.of(ResourceType.EVENT_SOURCE)
                        : Set.of(ResourceType.XHR, ResourceType.FETCH);
            case "Manifest" -> Set.of(ResourceType.MANIFEST);
            case "Ping" -> Set.of(ResourceType.PING, ResourceType.BEACON);
            default -> Set.of(ResourceType.OTHER);
        };
    }
}
