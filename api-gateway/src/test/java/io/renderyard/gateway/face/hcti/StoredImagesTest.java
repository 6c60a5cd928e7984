package io.renderyard.gateway.face.hcti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.renderyard.gateway.artifact.PictureServers;
import io.renderyard.gateway.artifact.Query;
import io.renderyard.kernel.artifact.Artifact;
import io.renderyard.kernel.artifact.ArtifactId;
import io.renderyard.kernel.artifact.ArtifactKey;
import io.renderyard.kernel.render.Content;
import io.renderyard.kernel.render.Extent;
import io.renderyard.process.web.ProblemException;
import io.renderyard.storage.FilesystemArtifactStore;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Objects;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.context.request.ServletWebRequest;

class StoredImagesTest {
    private static final String ID = "4f2c8d1e-0000-4000-8000-000000000000";
    private static final Instant DRAWN = Instant.parse("2026-08-01T10:00:00Z");

    private final FilesystemArtifactStore store;
    private final Artifact image;

    StoredImagesTest(@TempDir Path folder) throws IOException {
        this.store = new FilesystemArtifactStore(folder);
        this.image = store("png", "image/png", Positions.png());
    }

    /** The contract's table; row 28 needs no image. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
             1 | aspect_ratio=1_1&crop_height=100%                                | 0   | 0   | 400 | 400
             2 | aspect_ratio=1_1&crop_height=100%&x_origin=center                | 100 | 0   | 400 | 400
             3 | aspect_ratio=1_1&crop_height=100%&x_origin=end                   | 200 | 0   | 400 | 400
             4 | x_1=0&crop_width=33%                                             | 0   | 0   | 198 | 400
             5 | x_1=33%&x_2=66%                                                  | 198 | 0   | 198 | 400
             6 | x_1=67%&crop_width=33%                                           | 402 | 0   | 198 | 400
             7 | x_1=-33%&crop_width=33%                                          | 402 | 0   | 198 | 400
             8 | aspect_ratio=16_9&crop_width=100%                                | 0   | 0   | 600 | 338
             9 | aspect_ratio=16_9&crop_width=100%&y_origin=center                | 0   | 31  | 600 | 338
            10 | aspect_ratio=16_9&crop_width=100%&y_origin=end                   | 0   | 62  | 600 | 338
            11 | crop_width=50%&x_origin=center                                   | 150 | 0   | 300 | 400
            12 | crop_width=200px&x_origin=end                                    | 400 | 0   | 200 | 400
            13 | x_1=200                                                          | 200 | 0   | 400 | 400
            14 | y_1=10%                                                          | 0   | 40  | 600 | 360
            15 | x_1=100px&x_2=90%                                                | 100 | 0   | 440 | 400
            16 | x_1=120px&crop_width=50%&y_1=80px&crop_height=200px              | 120 | 80  | 300 | 200
            17 | crop_width=80%&x_origin=center&crop_height=300px&y_origin=end    | 60  | 100 | 480 | 300
            18 | aspect_ratio=1_1&crop_height=80%&y_origin=center&x_origin=end    | 280 | 40  | 320 | 320
            19 | aspect_ratio=16_9&crop_width=80%&x_origin=center&y_origin=center | 60  | 65  | 480 | 270
            20 | aspect_ratio=4_3&x_1=10%&x_2=60%                                 | 60  | 0   | 300 | 225
            21 | aspect_ratio=4_3&y_1=50px&y_2=350px                              | 0   | 50  | 400 | 300
            22 | aspect_ratio=9_16&crop_height=100%&x_origin=center               | 187 | 0   | 225 | 400
            23 | aspect_ratio=1_1&crop_width=100%                                 | 0   | 0   | 400 | 400
            24 | x_1=500&crop_width=200                                           | 500 | 0   | 100 | 400
             7 | x_origin=-33%25&crop_w=33%                                       | 402 | 0   | 198 | 400
            16 | x_origin=120px&crop_w=50%&y_1=-320&crop_h=200px                  | 120 | 80  | 300 | 200
            """)
    void aCropKeepsThePixelsOfTheContract(int row, String query, int x, int y, int width, int height)
            throws IOException {
        BufferedImage kept = picture(null, query);

        assertThat(kept.getWidth()).isEqualTo(width);
        assertThat(kept.getHeight()).isEqualTo(height);
        for (int right : new int[] {0, width - 1}) {
            for (int down : new int[] {0, height - 1}) {
                assertThat(Integer.toHexString(kept.getRGB(right, down)))
                        .as("row %d at %d, %d", row, right, down)
                        .isEqualTo(Integer.toHexString(Positions.colour(x + right, y + down)));
            }
        }
    }

    /** Each new pixel is about the middle of the ones that it stands for. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            25 | x_1=33%&x_2=66%&width=99 | 198 | 198 | 99  | 200
            26 | width=300                | 0   | 600 | 300 | 200
            26 | height=100               | 0   | 600 | 150 | 100
            27 | width=300&height=300     | 0   | 600 | 300 | 300
            """)
    void aCropIsResizedAfterwards(int row, String query, int x, int of, int width, int height) throws IOException {
        BufferedImage resized = picture("png", query);

        assertThat(resized.getWidth()).isEqualTo(width);
        assertThat(resized.getHeight()).isEqualTo(height);
        for (int right : new int[] {0, width - 1}) {
            for (int down : new int[] {0, height - 1}) {
                int colour = resized.getRGB(right, down);
                double middle = x + (right + 0.5) * of / width - 0.5;
                double level = (down + 0.5) * Positions.HEIGHT / height - 0.5;
                assertThat((double) Positions.x(colour)).as("row %d, x", row).isCloseTo(middle, within(2.5));
                assertThat((double) Positions.y(colour)).as("row %d, y", row).isCloseTo(level, within(2.5));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_1=600", "y_1=300px&y_2=50%", "x_origin=100%&crop_w=5", "x_2=5"})
    void whatDoesNotFitTheImageIsRefused(String query) {
        assertThatThrownBy(() -> serve(image, null, query))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("query parameter");
    }

    @ParameterizedTest
    @CsvSource({"JPG, image/jpeg", "jpeg, image/jpeg", "webp, image/webp", "PNG, image/png"})
    void anExtensionConverts(String extension, String contentType) throws IOException {
        assertThat(serve(image, extension, "dpi=72&crop_w=10%&v=1").getContentType())
                .isEqualTo(contentType);
    }

    @Test
    void aDocumentIsServedWhateverIsAskedOfIt() throws IOException {
        byte[] bytes = {1, 2, 3};
        Artifact document = store("pdf", "application/pdf", bytes);

        assertThat(serve(document, "PDF", "width=5&x_2=5&dpi=1").getContentAsByteArray())
                .isEqualTo(bytes);
    }

    @Test
    void everyPageAndEveryCacheMayHaveIt() throws IOException {
        MockHttpServletResponse answer = serve(image, "Jpg", "width=60&dl=1");

        assertThat(answer.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.getHeader("Last-Modified")).isEqualTo("Sat, 01 Aug 2026 10:00:00 GMT");
        assertThat(answer.getHeader("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(answer.getHeader("ETag")).matches("\"[0-9a-f]{64}\"");
        assertThat(answer.getHeader("Content-Disposition")).isEqualTo("attachment; filename=\"" + ID + ".Jpg\"");
    }

    @Test
    void whoHasItByItsDateIsToldSo() throws IOException {
        MockHttpServletRequest request = request("width=60");
        request.addHeader("If-Modified-Since", "Sat, 01 Aug 2026 10:00:00 GMT");

        assertThat(serve(image, null, request).getStatus()).isEqualTo(304);
    }

    private BufferedImage picture(@Nullable String extension, String query) throws IOException {
        return Objects.requireNonNull(ImageIO.read(
                new ByteArrayInputStream(serve(image, extension, query).getContentAsByteArray())));
    }

    private MockHttpServletResponse serve(Artifact artifact, @Nullable String extension, String query)
            throws IOException {
        return serve(artifact, extension, request(query));
    }

    private MockHttpServletResponse serve(Artifact artifact, @Nullable String extension, MockHttpServletRequest request)
            throws IOException {
        ImageOptions options = ImageOptions.read(extension, Query.parse(request.getQueryString()))
                .orElseThrow();
        MockHttpServletResponse response = new MockHttpServletResponse();
        new StoredImages(PictureServers.over(store))
                .serve(ID, artifact, DRAWN, options, new ServletWebRequest(request, response), response);
        return response;
    }

    private static MockHttpServletRequest request(String query) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", "/v1/image/" + ID);
        request.setQueryString(query);
        return request;
    }

    private Artifact store(String extension, String contentType, byte[] bytes) throws IOException {
        ArtifactKey key = new ArtifactKey("4f/a2/image-1." + extension);
        store.store(key, new Content.InMemory(bytes));
        return new Artifact(
                new ArtifactId("abcdefghijklmnopqrstuvwxyz"),
                key,
                contentType,
                bytes.length,
                new Extent.Still(Positions.WIDTH, Positions.HEIGHT),
                "ab".repeat(32));
    }
}
