package io.renderyard.worker.font;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.kernel.render.FontRequest;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class GoogleFontsTest {
    private final GoogleFonts fonts =
            new GoogleFonts(new FontCatalogue(List.of(new FontFace(List.of("Lato"), "Regular", "Lato.ttf", "1"))));

    @Test
    void onlyWhatIsNotHereIsLinked() {
        assertThat(fonts.styleSheets(
                        List.of(new FontRequest("lato", List.of("300")), new FontRequest("Bungee Shade", List.of()))))
                .containsExactly("https://fonts.googleapis.com/css2?family=Bungee+Shade&display=block");
    }

    @ParameterizedTest
    @CsvSource({
        "400, ''",
        "regular, ''",
        "300, :wght@300",
        "bold, :wght@700",
        "italic, ':ital,wght@1,400'",
        "700italic, ':ital,wght@1,700'",
        "300i, ':ital,wght@1,300'",
        "bi, ':ital,wght@1,700'",
    })
    void aVariantIsAnAxis(String variant, String axes) {
        assertThat(fonts.styleSheets(List.of(new FontRequest("Bungee", List.of(variant)))))
                .containsExactly("https://fonts.googleapis.com/css2?family=Bungee" + axes + "&display=block");
    }

    @Test
    void aVariantThatDoesNotExistTakesNoOtherWithIt() {
        assertThat(fonts.styleSheets(List.of(new FontRequest("Bungee", List.of("400", "950", "400")))))
                .hasSize(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "heavy", "0", "1001", "70000"})
    void whatIsNoVariantIsLeftOut(String variant) {
        assertThat(fonts.styleSheets(List.of(new FontRequest("Bungee", List.of(variant)))))
                .containsExactly("https://fonts.googleapis.com/css2?family=Bungee&display=block");
    }

    @Test
    void aFamilyCannotAddParameters() {
        assertThat(fonts.styleSheets(List.of(new FontRequest("A&text=x#", List.of())))
                        .getFirst())
                .contains("family=A%26text%3Dx%23&display");
    }
}
