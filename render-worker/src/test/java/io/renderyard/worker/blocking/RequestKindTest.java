package io.renderyard.worker.blocking;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestKindTest {
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
    void chromesNamesAreUnderstood(String name, RequestKind kind) {
        assertThat(RequestKind.ofDevTools(name, true)).isEqualTo(kind);
    }

    @Test
    void aDocumentInAFrameIsAnotherThing() {
        assertThat(RequestKind.ofDevTools("Document", true)).isEqualTo(RequestKind.DOCUMENT);
        assertThat(RequestKind.ofDevTools("Document", false)).isEqualTo(RequestKind.SUBDOCUMENT);
    }
}
