package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What shows where the markup paints nothing; contract, section 3.6. */
@ExtendWith(OneYard.class)
class HctiBackgroundWireIT {
    private static final int CLEAR = 0;
    private static final int WHITE = 0xFFFFFFFF;
    private static final String BOX = "<div style='width:40px;height:20px'></div>";

    private final HctiClient hcti;

    HctiBackgroundWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", nullValues = "-", textBlock = """
        -                                     => -     => WHITE
        body{background-color:transparent}    => -     => CLEAR
        body{background:none}                 => -     => WHITE
        -                                     => true  => CLEAR
        -                                     => false => WHITE
        body{background-color:transparent}    => false => WHITE
        body{background-color:transparent}    => true  => CLEAR
        """)
    void aPictureIsTransparentOnlyWhereThatWasAskedFor(String css, Boolean transparent, String result) {
        var picture = hcti.draw("html", BOX, "css", css, "transparent_background", transparent);

        assertThat(picture.getRGB(5, 5)).isEqualTo(result.equals("CLEAR") ? CLEAR : WHITE);
        assertThat(picture.getRGB(79, 39)).isEqualTo(result.equals("CLEAR") ? CLEAR : WHITE);
    }

    @Test
    void aStyleInTheMarkupMakesNothingTransparent() {
        var picture = hcti.draw("html", "<style>body{background-color:transparent}</style>" + BOX);

        assertThat(picture.getRGB(5, 5)).isEqualTo(WHITE);
    }

    @Test
    void aPageMayBeTransparentToo() {
        try (Site site = new Site("<p>nothing behind</p>")) {
            Object[] page = {"url", site.url("/"), "viewport_width", 40, "viewport_height", 30};
            assertThat(hcti.draw(page).getRGB(39, 29)).isEqualTo(WHITE);
            assertThat(hcti.draw(page[0], page[1], page[2], page[3], page[4], page[5], "transparent_background", true)
                            .getRGB(39, 29))
                    .isEqualTo(CLEAR);
        }
    }

    @Test
    void aJpegIsWhiteWhereThePictureIsTransparent() {
        String id = hcti.create("html", BOX, "transparent_background", true);

        assertThat(hcti.image(id).getRGB(5, 5)).isEqualTo(CLEAR);
        assertThat(hcti.image(id + ".jpg").getRGB(5, 5)).isEqualTo(WHITE);
    }
}
