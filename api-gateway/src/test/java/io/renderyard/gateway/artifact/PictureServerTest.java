package io.renderyard.gateway.artifact;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.storage.FilesystemArtifactStore;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

class PictureServerTest {
    private static final String DRAWN = "Sat, 01 Aug 2026 10:00:00 GMT";

    private final PictureServer pictures;
    private final Artifact artifact;

    PictureServerTest(@TempDir Path folder) throws IOException {
        FilesystemArtifactStore store = new FilesystemArtifactStore(folder);
        this.artifact = StoredPicture.store(store);
        this.pictures = PictureServers.over(store);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "If-Modified-Since | Sat, 01 Aug 2026 10:00:00 GMT",
                "If-Modified-Since | Sun, 02 Aug 2026 10:00:00 GMT",
                "If-None-Match     | \"abababababababababababababababababababababababababababababababab\""
            })
    void whoHasItAlreadyIsToldSo(String header, String value) throws IOException {
        MockHttpServletResponse answer = serve(wanted(drawn()), header, value);

        assertThat(answer.getStatus()).isEqualTo(304);
        assertThat(answer.getHeader("Cache-Control")).contains("immutable");
        assertThat(answer.getHeader("Last-Modified")).isEqualTo(DRAWN);
        assertThat(answer.getHeader("X-Face")).isEqualTo("ours");
    }

    @Test
    void aTagCountsMoreThanADate() throws IOException {
        MockHttpServletRequest request = request("If-Modified-Since", DRAWN);
        request.addHeader("If-None-Match", "\"another\"");

        assertThat(serve(wanted(drawn()), request).getStatus()).isEqualTo(200);
    }

    @Test
    void whoHasAnOlderOneGetsIt() throws IOException {
        MockHttpServletResponse answer = serve(wanted(drawn()), "If-Modified-Since", "Fri, 31 Jul 2026 10:00:00 GMT");

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getHeader("Last-Modified")).isEqualTo(DRAWN);
        assertThat(answer.getContentAsByteArray()).hasSize((int) artifact.size());
    }

    @Test
    void withoutADateNobodyIsToldOne() throws IOException {
        MockHttpServletResponse answer = serve(wanted(null), "If-Modified-Since", DRAWN);

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.containsHeader("Last-Modified")).isFalse();
    }

    @Test
    void aFailedPreconditionIsNotKept() throws IOException {
        MockHttpServletResponse answer = serve(wanted(drawn()), "If-Unmodified-Since", "Fri, 31 Jul 2026 10:00:00 GMT");

        assertThat(answer.getStatus()).isEqualTo(412);
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("no-store");
    }

    /** Finer than the header can tell. */
    private static Instant drawn() {
        return Instant.parse("2026-08-01T10:00:00.700Z");
    }

    private static Wanted wanted(@Nullable Instant drawn) {
        return new Wanted(null, Changes.NONE, null, drawn, Map.of("X-Face", "ours"));
    }

    private MockHttpServletResponse serve(Wanted wanted, String header, String value) throws IOException {
        return serve(wanted, request(header, value));
    }

    private MockHttpServletResponse serve(Wanted wanted, MockHttpServletRequest request) throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        pictures.serve(artifact, wanted, new ServletWebRequest(request, response), response);
        return response;
    }

    private static MockHttpServletRequest request(String header, String value) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/picture");
        request.addHeader(header, value);
        return request;
    }
}
