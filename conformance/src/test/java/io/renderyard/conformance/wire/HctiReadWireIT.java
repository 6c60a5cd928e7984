package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Reading a picture; contract, section 5.1. */
@ExtendWith(OneYard.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HctiReadWireIT {
    private final HctiClient hcti;
    private String image = "";

    HctiReadWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    @BeforeAll
    void draw() {
        image = "/v1/image/" + hcti.create("html", "<div style='width:300px;height:200px;background:#0a0'></div>");
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
        '',    image/png,       PNG
        .png,  image/png,       PNG
        .PNG,  image/png,       PNG
        .jpg,  image/jpeg,      JFIF
        .JPEG, image/jpeg,      JFIF
        .webp, image/webp,      WEBP
        .Pdf,  application/pdf, %PDF
        """)
    void theExtensionSaysTheFormat(String extension, String type, String magic) {
        Answer answer = hcti.read(image + extension);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo(type);
        assertThat(new String(answer.bytes(), 0, 12, StandardCharsets.ISO_8859_1))
                .contains(magic);
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(answer.header("Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(answer.header("Content-Disposition")).doesNotContain("attachment");
    }

    @Test
    void whatTheBrowserWouldLikeDoesNotChangeTheFormat() {
        Answer answer = hcti.read(image, "Accept", "image/webp,image/*");

        assertThat(answer.header("Content-Type")).isEqualTo("image/png");
    }

    @ParameterizedTest
    @CsvSource({
        "width=300, 300x200",
        "height=100, 150x100",
        "width=300&height=300, 300x300",
        "width=1, 1x1",
        "width=1200, 1200x800",
        "width=5000&height=1, 5000x1",
        "dpi=30, 600x400",
        "dpi=600, 600x400",
        "unknown=1&width=60, 60x40"
    })
    void aPictureIsAsLargeAsItIsAskedFor(String query, String size) {
        assertThat(hcti.read(image + "?" + query).size()).isEqualTo(size);
        assertThat(hcti.read(image + ".jpg?" + query).size()).isEqualTo(size);
        assertThat(hcti.read(image + ".webp?" + query).status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "width=0",
                "width=5001",
                "width=-1",
                "height=0",
                "height=5001",
                "width=ten",
                "width=1.5",
                "dpi=29",
                "dpi=601",
                "dpi=x",
                "x_1=0%25",
                "crop_width=0",
                "crop_width=101%25",
                "x_1=600",
                "aspect_ratio=0_1&crop_width=1",
                "aspect_ratio=1:1&crop_width=1",
                "crop_width=9&x_origin=middle",
                "x_1=1&x_origin=center&crop_width=9"
            })
    void whatCannotBeIsRefused(String query) {
        hcti.read(image + "?" + query).assertRefused(400);
    }

    @Test
    void theResolutionStandsInThePicture() {
        String png = new String(hcti.read(image + ".png?dpi=300").bytes(), StandardCharsets.ISO_8859_1);

        // 300 dots per inch are 11811 per metre.
        assertThat(png).contains("pHYs\0\0.#\0\0.#\1");
    }

    @ParameterizedTest
    @CsvSource({"'', png", ".png, png", ".jpg, jpg", ".jpeg, jpeg", ".webp, webp"})
    void aDownloadKeepsTheExtension(String extension, String end) {
        assertThat(hcti.read(image + extension + "?dl=1").header("Content-Disposition"))
                .startsWith("attachment")
                .contains("." + end);
        assertThat(hcti.read(image + extension + "?dl=0").header("Content-Disposition"))
                .doesNotContain("attachment");
    }

    @Test
    void aCacheMayAskWhetherItIsStillTheSame() {
        Answer first = hcti.read(image);

        assertThat(first.header("ETag")).startsWith("\"");
        assertThat(first.header("Last-Modified")).isNotBlank();
        assertThat(hcti.read(image, "If-None-Match", first.header("ETag")).status())
                .isEqualTo(304);
        assertThat(hcti.read(image, "If-Modified-Since", first.header("Last-Modified"))
                        .status())
                .isEqualTo(304);
        assertThat(hcti.read(image + "?width=10").header("ETag")).isNotEqualTo(first.header("ETag"));
    }

    @Test
    void theHeadIsThatOfThePicture() {
        Answer head = hcti.head(image);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).isEqualTo("image/png");
        assertThat(head.header("Content-Length"))
                .isEqualTo(Integer.toString(hcti.read(image).bytes().length));
        assertThat(head.bytes()).isEmpty();
    }

    @Test
    void readingTwiceGivesTheSameBytes() {
        assertThat(hcti.read(image + ".webp").bytes())
                .isEqualTo(hcti.read(image + ".webp").bytes());
    }

    @Test
    void manyWhoAskAtOnceGetTheSamePicture() {
        String id = hcti.create("html", "<p style='width:90px;height:20px'>many</p>", "dedupe_duration_s", 0);

        List<String> sums = Stream.generate(() -> "/v1/image/" + id)
                .limit(8)
                .parallel()
                .map(path -> Arrays.hashCode(hcti.read(path).bytes()))
                .map(String::valueOf)
                .distinct()
                .toList();

        assertThat(sums).hasSize(1);
    }
}
