package io.renderyard.gateway.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.process.web.ProblemException;
import io.renderyard.storage.FilesystemArtifactStore;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

class ArtifactControllerTest {
    private static final String ID = "abcdefghijklmnopqrstuvwxyz";

    private final FilesystemArtifactStore store;
    private final Artifact artifact;

    ArtifactControllerTest(@TempDir Path folder) throws IOException {
        this.store = new FilesystemArtifactStore(folder);
        this.artifact = StoredPicture.store(store);
    }

    @ParameterizedTest
    @CsvSource({
        "width=30, 30, 20, true, true",
        "width=30&height=30, 30, 30, true, true",
        "w=50%, 30, 40, true, false",
        "x=50%, 30, 40, false, true",
        "x=20&x2=40&h=10px, 20, 10, true, true",
        "w=10&xOrigin=end&width=5, 5, 20, false, true",
        "ratio=1:1&h=100%&xOrigin=center, 40, 40, true, true"
    })
    void aPictureIsCroppedAndThenResized(String query, int width, int height, boolean red, boolean blue)
            throws IOException {
        BufferedImage picture = StoredPicture.decode(get(ID + ".png", query).getContentAsByteArray());

        assertThat(picture.getWidth()).isEqualTo(width);
        assertThat(picture.getHeight()).isEqualTo(height);
        assertThat(picture.getRGB(0, 0)).isEqualTo(red ? StoredPicture.RED : StoredPicture.BLUE);
        assertThat(picture.getRGB(width - 1, height - 1)).isEqualTo(blue ? StoredPicture.BLUE : StoredPicture.RED);
    }

    @Test
    void anotherExtensionConverts() throws IOException {
        MockHttpServletResponse jpeg = get(ID + ".jpg", "");

        assertThat(jpeg.getContentType()).isEqualTo("image/jpeg");
        assertThat(StoredPicture.decode(jpeg.getContentAsByteArray()).getWidth())
                .isEqualTo(60);
        assertThat(get(ID + ".webp", "width=10").getContentType()).isEqualTo("image/webp");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"'', NULL", ".png, NULL", ".png, v=2", ".png, dl=0"},
            nullValues = "NULL")
    void withoutAChangeTheStoredBytesAreServed(String extension, @Nullable String query) throws IOException {
        MockHttpServletResponse answer = get(ID + extension, query);

        assertThat(answer.getContentAsByteArray())
                .isEqualTo(store.find(artifact.key(), 0).orElseThrow().readAllBytes());
        assertThat(answer.getHeader("ETag")).isEqualTo('"' + artifact.sha256() + '"');
        assertThat(answer.getHeader("Cache-Control")).contains("immutable");
    }

    @Test
    void aChangedPictureIsCachedLikeAStoredOne() throws IOException {
        MockHttpServletResponse whole = get(ID + ".png", "width=30");
        String etag = String.valueOf(whole.getHeader("ETag"));
        assertThat(etag)
                .isNotEqualTo('"' + artifact.sha256() + '"')
                .isEqualTo(get(ID, "width=30&v=9").getHeader("ETag"));
        assertThat(get(ID, "width=31").getHeader("ETag")).isNotEqualTo(etag);

        MockHttpServletRequest again = request("width=30");
        again.addHeader("If-None-Match", etag);
        MockHttpServletResponse unchanged = get(ID + ".png", again);
        assertThat(unchanged.getStatus()).isEqualTo(304);
        assertThat(unchanged.getHeader("Cache-Control")).contains("immutable");

        MockHttpServletRequest part = request("width=30");
        part.addHeader("Range", "bytes=1-3");
        assertThat(get(ID + ".png", part).getContentAsByteArray()).isEqualTo("PNG".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aDownloadIsSavedUnderItsName() throws IOException {
        assertThat(get(ID + ".jpg", "dl=1").getHeader("Content-Disposition"))
                .isEqualTo("attachment; filename=\"" + ID + ".jpg\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"width=0", "x=5&xOrigin=end", "x=60", "ratio=1:1", "w=0", "dl=yes", "x2=5", "dpi=1"})
    void aWrongParameterIsRefused(String query) {
        assertThatThrownBy(() -> get(ID + ".png", query))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("query parameter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcdefghijklmnopqrstuvwxyz.exe",
                "abcdefghijklmnopqrstuvwxyz.pdf",
                "abcdefghijklmnopqrstuvwxyz.gif",
                "x.png",
                "bbcdefghijklmnopqrstuvwxyz.png"
            })
    void whatIsNotThereIsNotFound(String name) {
        assertThatThrownBy(() -> get(name, ""))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no picture");
    }

    @ParameterizedTest
    @CsvSource(
            value = {"'', NULL", ".png, NULL", ".webp, NULL", ".png, width=30"},
            nullValues = "NULL")
    void whatIsNoLongerKeptIsGone(String extension, @Nullable String query) throws IOException {
        assertThat(get(ID + extension, query).getStatus())
                .as("while it is kept")
                .isEqualTo(200);
        Artifact expired = new Artifact(
                artifact.id(),
                artifact.key(),
                artifact.contentType(),
                artifact.size(),
                artifact.extent(),
                artifact.sha256(),
                null,
                Instant.EPOCH);

        MockHttpServletRequest again = request(query);
        again.addHeader("If-None-Match", '"' + artifact.sha256() + '"');
        assertThatThrownBy(() -> get(expired, ID + extension, again))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("no longer there");
    }

    @ParameterizedTest
    @CsvSource(value = {"pdf, width=5", "pdf, dpi=72", "gif, w=5"})
    void whatDoesNotStandStillIsServedAsItIs(String extension, String query) throws IOException {
        byte[] bytes = {1, 2, 3};
        Artifact document = StoredPicture.store(store, extension, "application/" + extension, bytes);

        assertThat(get(document, ID + "." + extension, request(null)).getContentAsByteArray())
                .isEqualTo(bytes);
        for (String name : new String[] {ID + "." + extension, ID + ".png"}) {
            assertThatThrownBy(() -> get(document, name, request(query)))
                    .isInstanceOf(ProblemException.class)
                    .hasMessageContaining("A " + extension + " is served as it is");
        }
    }

    private MockHttpServletResponse get(String name, @Nullable String query) throws IOException {
        return get(name, request(query));
    }

    private MockHttpServletResponse get(String name, MockHttpServletRequest request) throws IOException {
        return get(artifact, name, request);
    }

    private MockHttpServletResponse get(Artifact stored, String name, MockHttpServletRequest request)
            throws IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        new ArtifactController(
                        id -> id.equals(stored.id()) ? Optional.of(stored) : Optional.empty(),
                        PictureServers.over(store))
                .get(name, new ServletWebRequest(request, response), response);
        return response;
    }

    private static MockHttpServletRequest request(@Nullable String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/artifacts/x");
        request.setQueryString(query);
        return request;
    }
}
