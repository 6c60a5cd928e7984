package io.renderyard.preview.ink;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReducedTest {
    private static final Colour SKY = Colour.of(0x78b6e8);

    @ParameterizedTest
    @ValueSource(ints = {0xf0842a, 0x26262e, 0xf6f6f2, 0x8d939c, 0x7d5230, 0x1d2f63, 0xe3d3b0, 0xc3a3de, 0x178f90})
    void aColourThatWasNamedStaysItself(int named) {
        Colour colour = Colour.of(named);

        assertThat(new Reduced(SKY, List.of(colour)).tone(colour).apart(colour)).isLessThan(0.05);
    }

    @Test
    void ofTwoNamedColoursOfOneHueTheNearerIsMeant() {
        Colour brown = Colour.of(0x7d5230);
        Colour orange = Colour.of(0xf0842a);
        Reduced reduced = new Reduced(SKY, List.of(orange, brown));

        assertThat(reduced.tone(brown).apart(brown)).isLessThan(0.05);
        assertThat(reduced.tone(orange).apart(orange)).isLessThan(0.05);
    }

    @Test
    void whatWasNotNamedIsAShadeOfTheAir() {
        Colour green = new Reduced(SKY, List.of(Colour.of(0xd8342c))).tone(Colour.of(0x3f9d4a));

        assertThat(green.hue()).isBetween(SKY.hue() - 4, SKY.hue() + 4);
    }
}
