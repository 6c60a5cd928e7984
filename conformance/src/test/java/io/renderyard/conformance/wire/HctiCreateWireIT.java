package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Requests for one picture in every form in which they come; contract, sections 3.1, 3.2 and 3.10. */
@ExtendWith(OneYard.class)
class HctiCreateWireIT {
    private static final String BOX = "<div style='width:400px;height:200px'>x</div>";
    private static final String SMALL = "<p style='width:30px;height:20px;margin:0'>%s</p>";

    private final HctiClient hcti;

    HctiCreateWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    private Answer send(String type, String body) {
        return hcti.send("POST", "/v1/image", type, body);
    }

    @Test
    void jsonIsAPictureAtTwiceItsSize() {
        String id = hcti.create("html", BOX, "google_fonts", "Open+Sans|Roboto");

        Answer picture = hcti.read("/v1/image/" + id);

        assertThat(picture.size()).isEqualTo("800x400");
        assertThat(picture.header("Content-Type")).isEqualTo("image/png");
    }

    @Test
    void theAnswerIsTheAbsoluteAddressWithoutExtensionAndTheId() {
        Answer answer = hcti.post("/v1/image", Json.of("html", SMALL.formatted("answer")));

        JsonNode created = answer.ok();
        assertThat(created.propertyNames()).containsExactlyInAnyOrder("url", "id");
        String id = created.path("id").asString();
        assertThat(id).matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
        assertThat(created.path("url").asString()).isEqualTo(hcti.base() + "/v1/image/" + id);
        assertThat(answer.header("Content-Type")).startsWith("application/json");
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        html=%3Cp+style%3D%27width%3A30px%3Bheight%3A20px%3Bmargin%3A0%27%3Eform%3C%2Fp%3E&device_scale=1 => 30x20
        html=%3Cp%20style=%22width:30px;height:20px;margin:0%22%3Eform%3C/p%3E&transparent_background=true => 60x40
        """)
    void aFormIsReadLikeJson(String form, String size) {
        Answer answer = send("application/x-www-form-urlencoded", form);

        assertThat(hcti.read("/v1/image/" + answer.ok().path("id").asString()).size())
                .isEqualTo(size);
    }

    @Test
    void aFormInPartsIsReadLikeJson() {
        String body = """
                --parts
                Content-Disposition: form-data; name="html"

                <p style='width:30px;height:20px;margin:0'>parts</p>
                --parts
                Content-Disposition: form-data; name="device_scale"

                1
                --parts--
                """.replace("\n", "\r\n");

        Answer answer = send("multipart/form-data; boundary=parts", body);

        assertThat(hcti.read("/v1/image/" + answer.ok().path("id").asString()).size())
                .isEqualTo("30x20");
    }

    @Test
    void headersOfAFormArriveAtThePage() {
        try (Site site = new Site("<h1>page</h1>")) {
            String form = "url=" + URLEncoder.encode(site.url("/form"), StandardCharsets.UTF_8)
                    + "&viewport_width=1200&viewport_height=630&headers=X-A%3Ab%3Ac&headers=X-D%3Ae";

            Answer answer = send("application/x-www-form-urlencoded", form);

            assertThat(hcti.read("/v1/image/" + answer.ok().path("id").asString())
                            .size())
                    .isEqualTo("1200x630");
            assertThat(site.header("/form", "X-A")).isEqualTo("b:c");
            assertThat(site.header("/form", "X-D")).isEqualTo("e");
        }
    }

    @Test
    void headersOfJsonArriveAndOneOfThemIsWhatTheBrowserCallsItself() {
        try (Site site = new Site("<h1>page</h1>")) {
            hcti.draw(
                    "url", site.url("/json"),
                    "headers", Json.map("X-A", "b:c", "User-Agent", "Wire/1.0"),
                    "identify_as_hcti", true);

            assertThat(site.header("/json", "X-A")).isEqualTo("b:c");
            assertThat(site.header("/json", "User-Agent")).isEqualTo("Wire/1.0");
            assertThat(site.header("/json", "X-HCTI-SCREENSHOT")).isEqualTo("1");
        }
    }

    @Test
    void anAddressIsDrawnAtItsOwnSizeWithTheStyleOfTheRequest() {
        try (Site site = new Site("<body style='background:#a00'>")) {
            var picture = hcti.draw("url", site.url("/styled"), "css", "body{background:#0a0 !important}");

            assertThat(picture.getWidth()).isEqualTo(1920);
            assertThat(picture.getHeight()).isEqualTo(1080);
            assertThat(picture.getRGB(9, 9)).isEqualTo(0xFF00AA00);
        }
    }

    @Test
    void anAddressGoesBeforeMarkup() {
        try (Site site = new Site("<body style='background:#0a0'>")) {
            var picture =
                    hcti.draw("html", "<p>no</p>", "url", site.url("/"), "viewport_width", 40, "viewport_height", 30);

            assertThat(picture.getWidth()).isEqualTo(40);
            assertThat(picture.getRGB(9, 9)).isEqualTo(0xFF00AA00);
        }
    }

    @Test
    void whatIsNullIsNotGiven() {
        String id = hcti.create(
                "html", SMALL.formatted("nulls"),
                "css", null,
                "device_scale", null,
                "viewport_width", null,
                "viewport_height", null,
                "headers", null,
                "pdf_options", null,
                "metadata", null,
                "request_overrides", null,
                "proxy_id", null,
                "url", null,
                "format", null,
                "template_id", null);

        assertThat(hcti.read("/v1/image/" + id).size()).isEqualTo("60x40");
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"1\"", "1", "1.0", "\"1.00\""})
    void aNumberMayBeText(String scale) {
        Answer answer = hcti.post(
                "/v1/image", "{\"html\":\"" + SMALL.formatted("number") + "\",\"device_scale\":" + scale + "}");

        assertThat(hcti.read("/v1/image/" + answer.ok().path("id").asString()).size())
                .isEqualTo("30x20");
    }

    @ParameterizedTest
    @CsvSource({
        "WEBP, webp, image/webp, RIFF",
        "png, png, image/png, PNG",
        "Jpg, jpg, image/jpeg, JFIF",
        "jpeg, jpeg, image/jpeg, JFIF",
        "pdf, pdf, application/pdf, %PDF"
    })
    void theFormatIsTheExtensionOfTheAddress(String format, String extension, String type, String magic) {
        Answer answer = hcti.post("/v1/image", Json.of("html", SMALL.formatted("format"), "format", format));

        JsonNode created = answer.ok();
        String url = created.path("url").asString();
        assertThat(url)
                .isEqualTo(hcti.base() + "/v1/image/" + created.path("id").asString() + "." + extension);
        Answer picture = hcti.read(URI.create(url).getPath());
        assertThat(picture.status()).isEqualTo(200);
        assertThat(picture.header("Content-Type")).isEqualTo(type);
        assertThat(new String(picture.bytes(), 0, 12, StandardCharsets.ISO_8859_1))
                .contains(magic);
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain;charset=UTF-8", "application/x-www-form-urlencoded", "application/json", ""})
    void whatLooksLikeJsonIsJsonWhateverItIsCalled(String type) {
        Answer answer = hcti.send(
                "POST", "/v1/image", type.isEmpty() ? null : type, Json.of("html", SMALL.formatted("untyped")));

        assertThat(answer.ok().path("id").asString()).isNotBlank();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/image?includeId=true", "/v1/image?"})
    void aQueryBesideABodyMeansNothing(String path) {
        assertThat(hcti.post(path, Json.of("html", SMALL.formatted("query")))
                        .ok()
                        .path("id")
                        .asString())
                .isNotBlank();
    }

    @Test
    void unknownMembersMeanNothing() {
        Answer answer = hcti.post(
                "/v1/image",
                Json.of("html", SMALL.formatted("unknown"), "__type", "html", "future_option", Json.map("a", 1)));

        assertThat(answer.ok().path("id").asString()).isNotBlank();
    }

    @Test
    void creatingTellsWhatItCost() {
        String body = Json.of("html", SMALL.formatted("cost"), "dedupe_duration_s", 0);

        Answer answer = hcti.post("/v1/image", body);

        assertThat(answer.header("x-renders-consumed")).isEqualTo("1");
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo("*");
    }
}
