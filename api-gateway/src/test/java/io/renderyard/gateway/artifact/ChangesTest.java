package io.renderyard.gateway.artifact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.imaging.Transform;
import io.renderyard.imaging.crop.Axis;
import io.renderyard.imaging.crop.Crop;
import io.renderyard.imaging.crop.Cropping;
import io.renderyard.imaging.crop.Length;
import io.renderyard.imaging.crop.Origin;
import io.renderyard.imaging.crop.Ratio;
import io.renderyard.imaging.crop.Role;
import io.renderyard.kernel.job.FieldError;
import io.renderyard.kernel.render.Colour;
import io.renderyard.kernel.render.PictureFormat;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ChangesTest {
    private static final PictureFormat.Still PNG = new PictureFormat.Png();

    @ParameterizedTest
    @MethodSource
    void aParameterIsUnderstood(Alteration expected, StillName format, String query) {
        assertThat(Alteration.of(read(query), format)).isEqualTo(expected);
    }

    static Stream<Arguments> aParameterIsUnderstood() {
        Axis all = Axis.WHOLE;
        return Stream.of(
                arguments(new Alteration(Transform.NONE, PNG), StillName.PNG, "v=2&dl=1"),
                arguments(new Alteration(new Transform(null, 1, 5000), PNG), StillName.PNG, "width=1&height=5000"),
                arguments(
                        crop(new Axis(new Length.Pixels(10), null, new Length.Percent(50), null), all, null),
                        StillName.PNG,
                        "x=10px&w=50%"),
                arguments(
                        crop(all, new Axis(new Length.Pixels(-10), new Length.Percent(100), null, null), null),
                        StillName.PNG,
                        "y=-10&y2=100%25"),
                arguments(
                        crop(
                                new Axis(null, null, new Length.Pixels(5), Origin.CENTER),
                                new Axis(null, null, new Length.Pixels(6), Origin.END),
                                null),
                        StillName.PNG,
                        "w=5&xOrigin=center&h=6&yOrigin=end"),
                arguments(
                        crop(new Axis(null, null, new Length.Percent(100), null), all, new Ratio(16, 9)),
                        StillName.PNG,
                        "ratio=16:9&w=100%"),
                arguments(
                        new Alteration(Transform.NONE, new PictureFormat.Png(new PictureFormat.Packing.Fast(), 30)),
                        StillName.PNG,
                        "dpi=30"),
                arguments(
                        new Alteration(Transform.NONE, new PictureFormat.Jpeg(80, Colour.WHITE, 600)),
                        StillName.JPEG,
                        "dpi=600"),
                arguments(new Alteration(Transform.NONE, new PictureFormat.Webp(80)), StillName.WEBP, ""),
                arguments(new Alteration(Transform.NONE, new PictureFormat.Avif(60, 6)), StillName.AVIF, ""));
    }

    private static Alteration crop(Axis x, Axis y, @Nullable Ratio ratio) {
        return new Alteration(new Transform(new Crop(x, y, ratio), null, null), PNG);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "width=0|width|between 1 and 5000",
                "width=5001|width|between 1 and 5000",
                "width=|width|between 1 and 5000",
                "width=12px|width|between 1 and 5000",
                "height=99999999999|height|between 1 and 5000",
                "height=1&height=1|height|once",
                "x=1.5|x|whole numbers",
                "w=half|w|whole numbers",
                "y2=5em|y2|whole numbers",
                "xOrigin=middle|xOrigin|start, center or end",
                "yOrigin=CENTER|yOrigin|start, center or end",
                "ratio=16_9|ratio|such as 16:9",
                "ratio=0:1|ratio|such as 16:9",
                "dpi=29|dpi|between 30 and 600",
                "dpi=601|dpi|between 30 and 600"
            })
    void whatIsWrongIsNamed(String query, String parameter, String says) {
        assertThat(read(query).errors()).singleElement().satisfies(error -> {
            assertThat(error.field()).isEqualTo(parameter);
            assertThat(error.message()).contains(says);
        });
    }

    @Test
    void aResolutionIsOnlyForFormatsThatHaveOne() {
        assertThat(Alteration.errors(read("dpi=72&width=0"), StillName.JPEG))
                .extracting(FieldError::field)
                .containsExactly("width");
        assertThat(Alteration.errors(read("dpi=72&width=0"), StillName.WEBP))
                .extracting(FieldError::field)
                .containsExactlyInAnyOrder("width", "dpi");
    }

    @ParameterizedTest
    @CsvSource({"x2=5,x2", "x=5&xOrigin=end,xOrigin", "w=0,w", "h=101%,h", "ratio=1:1,ratio", "y=50%&y2=40%,y2"})
    void whatContradictsItselfIsFoundWithoutAPicture(String query, String parameter) {
        assertThat(read(query).errors()).extracting(FieldError::field).containsExactly(parameter);
    }

    @Test
    void whatOnlyThePictureCanTellIsNamedAsItWasWritten() {
        Changes changes = read("x=600");

        assertThat(changes.errors()).isEmpty();
        assertThat(changes.error(new Cropping.Refused(Role.X_START, "why"))).isEqualTo(new FieldError("x", "why"));
    }

    private static Changes read(String query) {
        return Changes.read(Query.parse(query), ArtifactParameters.TABLE);
    }
}
