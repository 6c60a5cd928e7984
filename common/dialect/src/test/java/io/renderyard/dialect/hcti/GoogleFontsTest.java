package io.renderyard.dialect.hcti;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import io.renderyard.kernel.render.FontRequest;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class GoogleFontsTest {
    @ParameterizedTest
    @MethodSource
    void familiesAreRead(List<FontRequest> fonts, String text) {
        assertThat(Asked.raster(Asked.html("'google_fonts':'" + text + "'"))
                        .additions()
                        .fonts())
                .isEqualTo(fonts);
    }

    static Stream<Arguments> familiesAreRead() {
        return Stream.of(
                arguments(List.of(font("Roboto")), "Roboto"),
                arguments(List.of(font("Open Sans"), font("Roboto")), "Open+Sans|Roboto"),
                arguments(List.of(font("Open Sans")), " Open Sans |Open+Sans||"),
                arguments(List.of(font("Roboto", "300", "400", "700")), "Roboto:300,400,700"),
                arguments(List.of(font("Roboto", "300", "700i")), "Roboto: 300, 700i, 700italic"),
                arguments(List.of(font("Roboto")), "Roboto:wght@400"),
                arguments(List.of(font("Roboto")), "Roboto:"),
                arguments(List.of(font("M PLUS 1p")), "M+PLUS+1p"));
    }

    private static FontRequest font(String family, String... variants) {
        return new FontRequest(family, List.of(variants));
    }
}
