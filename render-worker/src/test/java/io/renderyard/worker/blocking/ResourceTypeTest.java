package io.renderyard.worker.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ResourceTypeTest {
    @ParameterizedTest
    @CsvSource({
        "Stylesheet, STYLESHEET",
        "Image, IMAGE",
        "TextTrack, TEXT_TRACK",
        "XHR, XHR",
        "EventSource, EVENT_SOURCE",
        "WebSocket, WEB_SOCKET",
        "Preflight, OTHER",
        "SomethingNew, OTHER",
    })
    void chromesNamesAreUnderstood(String name, ResourceType type) {
        assertThat(ResourceType.ofDevTools(name, true)).isEqualTo(type);
    }

    @Test
    void aDocumentInAFrameIsAnotherThing() {
        assertThat(ResourceType.ofDevTools("Document", true)).isEqualTo(ResourceType.DOCUMENT);
        assertThat(ResourceType.ofDevTools("Document", false)).isEqualTo(ResourceType.SUBDOCUMENT);
    }
}
