package io.renderyard.gateway.face.hcti;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.gateway.artifact.Changes;
import io.renderyard.gateway.artifact.Query;
import io.renderyard.kernel.job.FieldError;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageOptionsTest {
    /** Row 28 of the contract's table, and their like. */
    @ParameterizedTest
    @CsvSource({
        "x_2=50%, x_2",
        "x_1=50%&x_2=40%, x_2",
        "crop_width=10.5%, crop_width",
        "aspect_ratio=1_1, aspect_ratio",
        "x_1=0&x_2=50%&crop_width=10%, crop_width",
        "x_1=0&x_2=50%&crop_w=10%, crop_w",
        "y_1=0&y_2=50%&crop_h=10%, crop_h",
        "y_1=0%, y_1",
        "crop_h=101%, crop_h",
        "crop_w=%zz, crop_w",
        "x_1=5&x_origin=end, x_origin",
        "x_1=5&x_origin=100px, x_origin",
        "x_origin=50%&x_2=40%, x_2",
        "x_origin=101%&crop_width=5, x_origin",
        "y_origin=middle, y_origin",
        "aspect_ratio=16:9&crop_width=5, aspect_ratio",
        "width=0, width",
        "height=5001, height",
        "height=5&height=5, height",
        "dpi=29, dpi"
    })
    void whatIsWrongIsNamedWithoutAnImage(String query, String parameter) {
        assertThat(read(null, query).errors()).extracting(FieldError::field).containsExactly(parameter);
    }

    @ParameterizedTest
    @CsvSource({
        "crop_w=50%, crop_width=50%",
        "crop_h=9, crop_height=9px",
        "crop_width=50&crop_w=50px, crop_w=50",
        "x_origin=100px, x_1=100",
        "y_origin=-50%25&crop_h=5, y_1=-50%&crop_h=5",
        "x_origin=10&x_2=20, x_1=10&x_2=20",
        "x_1=33%&x_2=66%25, x_1=33%25&x_2=66%"
    })
    void theSameCanBeWrittenInTwoWays(String one, String other) {
        Changes changes = read("png", one).changes();

        assertThat(changes.errors()).isEmpty();
        assertThat(changes.transform())
                .isEqualTo(read("png", other).changes().transform())
                .isNotEqualTo(Changes.NONE.transform());
    }

    @Test
    void twoNamesOfOneValueMustNotContradictEachOther() {
        assertThat(read(null, "crop_w=5&crop_width=50%").errors())
                .singleElement()
                .satisfies(error -> {
                    assertThat(error.field()).isEqualTo("crop_w");
                    assertThat(error.message()).contains("contradicts crop_width");
                });
    }

    @ParameterizedTest
    @CsvSource({
        ", PNG, png",
        "png, PNG, png",
        "PNG, PNG, png",
        "jpg, JPEG, jpg",
        "JPeg, JPEG, jpg",
        "WebP, WEBP, webp",
        "pdf, PDF, pdf"
    })
    void anExtensionIsUnderstoodInAnyCase(@Nullable String extension, ImageFormat format, String usual) {
        assertThat(read(extension, "").format()).isEqualTo(format);
        assertThat(format.extension()).isEqualTo(usual);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "gif", "avif", "png.png", "jpg "})
    void anotherExtensionIsNone(String extension) {
        assertThat(ImageOptions.read(extension, Query.parse(""))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"webp, dpi=1", "webp, dpi=72", "pdf, x_2=5&width=0&dpi=nonsense", "png, w=5&xOrigin=end&v=2"})
    void whatMeansNothingThereIsIgnored(String extension, String query) {
        assertThat(read(extension, query).changes()).isEqualTo(Changes.NONE);
    }

    @ParameterizedTest
    @CsvSource(
            value = {"dl=1, abc.PNG", "dl=0, NULL", "dl=yes, NULL", "dl, NULL", "'', NULL"},
            nullValues = "NULL")
    void onlyAOneDownloads(String query, @Nullable String fileName) {
        assertThat(read("PNG", query).fileName("abc").orElse(null)).isEqualTo(fileName);
    }

    @Test
    void everyNameOfAChangeIsKnown() {
        assertThat(Query.parse("crop_w&crop_width&x_origin&aspect_ratio&dpi&width")
                        .names())
                .allMatch(ImageParameters::known);
        assertThat(Query.parse("w&html&dl&").names()).noneMatch(ImageParameters::known);
    }

    private static ImageOptions read(@Nullable String extension, String query) {
        return ImageOptions.read(extension, Query.parse(query)).orElseThrow();
    }
}
