package io.renderyard.preview.ink;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColourTest {
    @ParameterizedTest
    @CsvSource({"0, 1, .5, '#ff0000'", "120, 1, .5, '#00ff00'", "-120, 1, .5, '#0000ff'", "200, 0, 1, '#ffffff'"})
    void hueSaturationAndLightnessAreAColour(double hue, double saturation, double lightness, String hex) {
        assertThat(Colour.hsl(hue, saturation, lightness).hex()).isEqualTo(hex);
    }

    @Test
    void aMixLiesBetween() {
        assertThat(Colour.of(0x000000).mix(Colour.of(0xff8000), 0.5).hex()).isEqualTo("#804000");
        assertThat(Colour.of(0xff0000).vivid(0).saturation()).isZero();
        assertThat(Colour.of(0x00ff00).hue()).isEqualTo(120);
    }
}
