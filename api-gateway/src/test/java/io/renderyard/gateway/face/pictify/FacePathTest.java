package io.renderyard.gateway.face.pictify;

import static org.assertj.core.api.Assertions.assertThat;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacePathTest {
    private static final String OTHERS = "0193f0aa-0000-7000-8000-000000000000";

    @ParameterizedTest
    @CsvSource({
        "/image, /pictify/image",
        "/templates, /pictify/templates",
        "/v1/templates/a%2Fb, /pictify/templates/a%2Fb",
        "/pictify/image, /pictify/image",
        "/pictify/v1/image, /pictify/image",
        "/pictify, /pictify",
        "/pictify/v1, /pictify",
        "/pictify/nowhere, /pictify/nowhere",
        "/template/x/render, /pictify/templates/x/render",
        "/pictify/v1/template, /pictify/templates",
        "/r/x.png, /pictify/r/x.png",
        "/api/users/, /pictify/api/users/",
        "/v1/api/users/, /pictify/api/users/",
        "/v1/image/0123456789abcdefghijklmnop, /pictify/image/0123456789abcdefghijklmnop",
        "/v1/image/health, /pictify/image/health",
        "/v1/template/tmpl_abc/render, /pictify/templates/tmpl_abc/render"
    })
    void thisFaceIsMeantWithoutAWordOfACredential(String path, String meant) {
        assertThat(FacePath.of(path, null)).contains(meant);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/api/v1/jobs",
                "/artifacts/x.png",
                "/v1/image",
                "/v1/image/",
                "/v1/usage",
                "/v1/template",
                "/v1/image/" + OTHERS,
                "/v1/image/" + OTHERS + ".png",
                "/v1/image/t-" + OTHERS,
                "/v1/image/batch",
                "/v1/image/create-and-render/" + OTHERS + "/abc/png",
                "/v1/image/unknown",
                "/v1/image/t-" + OTHERS + "/7/abc.png",
                "/imagex",
                "/pictifyx",
                "/api/usersx"
            })
    void anotherIsMeant(String path) {
        assertThat(FacePath.of(path, null)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"Bearer x, true", "bearer x, true", "Basic eDp5, false", "x, false"})
    void whereBothLiveTheSchemeDecides(@Nullable String credential, boolean isThis) {
        assertThat(FacePath.of("/v1/image", credential).isPresent()).isEqualTo(isThis);
        assertThat(FacePath.of("/v1/template/t-" + OTHERS, credential).isPresent())
                .isEqualTo(isThis);
    }
}
