package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.conformance.journey.Pixels;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** Templates that are tried out before they are kept; contract pictify.md, section 7.7. */
@ExtendWith(OneYard.class)
class PictifyPreviewWireIT {
    private static final String PREVIEW = "/templates/preview";

    private final PictifyClient pictify;

    PictifyPreviewWireIT(PictifyClient pictify) {
        this.pictify = pictify;
    }

    @ParameterizedTest
    @CsvSource({"png,image/png", "jpg,image/jpeg", "webp,image/webp"})
    void thePictureIsInTheAnswer(String format, String type) throws IOException {
        int before = total();

        JsonNode made = pictify.post(
                        PREVIEW,
                        "html",
                        "<div style='width:{{ wide * 2 }}px;height:20px;background:{{colour}}'></div>",
                        "variableDefinitions",
                        List.of(Map.of("name", "colour", "defaultValue", "#00f")),
                        "variables",
                        Map.of("wide", 15),
                        "width",
                        60,
                        "height",
                        20,
                        "format",
                        format)
                .ok();

        assertThat(made.path("width").asInt()).isEqualTo(60);
        assertThat(made.path("height").asInt()).isEqualTo(20);
        assertThat(made.path("format").asString()).isEqualTo(format);
        assertThat(made.path("renderId").asString()).isNotBlank();
        JsonNode timings = made.path("timings");
        assertThat(made.path("totalMs").asLong())
                .isEqualTo(timings.path("compileMs").asLong()
                        + timings.path("renderMs").asLong()
                        + timings.path("encodeMs").asLong());
        String[] url = made.path("dataUrl").asString().split(",", 2);
        assertThat(url[0]).isEqualTo("data:" + type + ";base64");
        if (!format.equals("webp")) {
            BufferedImage picture = Pixels.decode(Base64.getDecoder().decode(url[1]));
            assertThat(picture.getWidth() + "x" + picture.getHeight()).isEqualTo("60x20");
            assertThat(picture.getRGB(10, 10) & 0xFF).isGreaterThan(0xF0);
            assertThat(picture.getRGB(10, 10) >> 16 & 0xFF).isLessThan(0x10);
            assertThat(picture.getRGB(50, 10) >> 16 & 0xFF).isGreaterThan(0xF0);
        }
        assertThat(total()).isEqualTo(before);
    }

    private int total() {
        return pictify.get("/templates?limit=1")
                .ok()
                .path("pagination")
                .path("total")
                .asInt();
    }

    @Test
    void scriptsRunOnlyWhereTheyMay() throws IOException {
        String html = "<body><script>document.body.style.background='#0f0'</script>";

        assertThat(middle(pictify.post(PREVIEW, "html", html, "width", 20, "height", 20)))
                .isEqualTo(0xFFFFFFFF);
        assertThat(middle(pictify.post(PREVIEW, "html", html, "width", 20, "height", 20, "jsEnabled", true)))
                .isEqualTo(0xFF00FF00);
    }

    private static int middle(Answer answer) throws IOException {
        String url = answer.ok().path("dataUrl").asString();
        return Pixels.decode(Base64.getDecoder().decode(url.substring(url.indexOf(',') + 1)))
                .getRGB(10, 10);
    }

    @ParameterizedTest
    @CsvSource({"{{ if a }}x,HANDLEBARS_COMPILE_ERROR", "<p>{{nosuch(a)}},HELPER_NOT_ALLOWED"})
    void whatIsNotOfTheLanguageIsToldAsWhenItIsCreated(String html, String code) {
        JsonNode previewed = PictifyClient.refusal(pictify.post(PREVIEW, "html", html), 422, "expression-error");
        JsonNode created = PictifyClient.refusal(pictify.post("/templates", "html", html), 422, "expression-error");

        assertThat(previewed.path("code").asString()).isEqualTo(code);
        for (String member : List.of("code", "detail", "line", "col", "hint", "errors")) {
            assertThat(previewed.path(member)).isEqualTo(created.path(member));
        }
    }

    @Test
    void theRulesOfTheTemplateAreKept() {
        PictifyClient.refusal(
                pictify.post(PREVIEW, "html", "{{name}}", "strictVariables", true), 422, "expression-error");
        PictifyClient.refusal(
                pictify.post(
                        PREVIEW,
                        "html",
                        "{{name}}",
                        "variableDefinitions",
                        List.of(Map.of("name", "name", "required", true))),
                422,
                "validation-error");
        JsonNode pdf =
                PictifyClient.refusal(pictify.post(PREVIEW, "html", "x", "format", "pdf"), 400, "validation-error");
        assertThat(pdf.path("errors").get(0).path("field").asString()).isEqualTo("format");
        PictifyClient.refusal(pictify.post(PREVIEW), 400, "validation-error");
        PictifyClient.refusal(pictify.with("").post(PREVIEW, "html", "x"), 401, "missing-authorization");
    }
}
