package io.renderyard.conformance.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The worked examples of the contract, section 5.3: the bare percent signs are the clients'. */
@ExtendWith(OneYard.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class HctiCropWireIT {
    private final HctiClient hcti;
    private String image = "";

    HctiCropWireIT(HctiClient hcti) {
        this.hcti = hcti;
    }

    @BeforeAll
    void draw() {
        image = "/v1/image/" + hcti.create("html", Cells.markup(), "device_scale", 1);
    }

    @Test
    void thePictureTellsWhereItsPixelsAre() {
        BufferedImage whole = hcti.read(image).picture();

        assertThat(whole.getWidth()).isEqualTo(Cells.WIDTH);
        assertThat(whole.getHeight()).isEqualTo(Cells.HEIGHT);
        assertThat(Cells.isPart(whole, 0, 0)).isTrue();
        assertThat(Cells.isPart(whole, 0, 2)).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiterString = "=>", textBlock = """
        aspect_ratio=1_1&crop_height=100%                                        => 0   => 0   => 400x400
        aspect_ratio=1_1&crop_height=100%&x_origin=center                        => 100 => 0   => 400x400
        aspect_ratio=1_1&crop_height=100%&x_origin=end                           => 200 => 0   => 400x400
        x_1=0&crop_width=33%                                                     => 0   => 0   => 198x400
        x_1=33%&x_2=66%                                                          => 198 => 0   => 198x400
        x_1=33%&x_2=66%25                                                        => 198 => 0   => 198x400
        x_1=67%&crop_width=33%                                                   => 402 => 0   => 198x400
        x_1=-33%&crop_width=33%                                                  => 402 => 0   => 198x400
        aspect_ratio=16_9&crop_width=100%                                        => 0   => 0   => 600x338
        aspect_ratio=16_9&crop_width=100%&y_origin=center                        => 0   => 31  => 600x338
        aspect_ratio=16_9&crop_width=100%&y_origin=end                           => 0   => 62  => 600x338
        crop_width=50%&x_origin=center                                           => 150 => 0   => 300x400
        crop_width=200px&x_origin=end                                            => 400 => 0   => 200x400
        x_1=200                                                                  => 200 => 0   => 400x400
        y_1=10%                                                                  => 0   => 40  => 600x360
        x_1=100px&x_2=90%                                                        => 100 => 0   => 440x400
        x_1=120px&crop_width=50%&y_1=80px&crop_height=200px                      => 120 => 80  => 300x200
        crop_width=80%&x_origin=center&crop_height=300px&y_origin=end            => 60  => 100 => 480x300
        aspect_ratio=1_1&crop_height=80%&y_origin=center&x_origin=end            => 280 => 40  => 320x320
        aspect_ratio=16_9&crop_width=80%&x_origin=center&y_origin=center         => 60  => 65  => 480x270
        aspect_ratio=4_3&x_1=10%&x_2=60%                                         => 60  => 0   => 300x225
        aspect_ratio=4_3&y_1=50px&y_2=350px                                      => 0   => 50  => 400x300
        aspect_ratio=9_16&crop_height=100%&x_origin=center                       => 187 => 0   => 225x400
        aspect_ratio=1_1&crop_width=100%                                         => 0   => 0   => 400x400
        x_1=500&crop_width=200                                                   => 500 => 0   => 100x400
        X_1=500&x_1=500&crop_w=50PX&crop_h=20Px                                  => 500 => 0   => 50x20
        """)
    void aPartOfThePictureIsThatPart(String query, int left, int top, String size) {
        Answer answer = RawGet.of(hcti, image + "?" + query);

        assertThat(answer.size()).isEqualTo(size);
        assertThat(Cells.isPart(answer.picture(), left, top)).isTrue();
        assertThat(hcti.read(image + "?" + query.replaceAll("%(25)?", "%25")).bytes())
                .isEqualTo(answer.bytes());
    }

    @Test
    void cropsComeBeforeSizes() {
        Answer answer = RawGet.of(hcti, image + "?x_1=33%&x_2=66%&width=99");

        assertThat(answer.size()).isEqualTo("99x200");
        assertAlike(answer.picture().getRGB(0, 0), Cells.colour(199, 1));
        assertAlike(answer.picture().getRGB(98, 199), Cells.colour(394, 398));
    }

    /** In red and green, which tell the place; making it smaller mixes neighbours. */
    private static void assertAlike(int actual, int expected) {
        assertThat(actual >> 16 & 0xFF).isBetween((expected >> 16 & 0xFF) - 3, (expected >> 16 & 0xFF) + 3);
        assertThat(actual >> 8 & 0xFF).isBetween((expected >> 8 & 0xFF) - 3, (expected >> 8 & 0xFF) + 3);
    }

    @ParameterizedTest
    @CsvSource({"width=300, 300x200", "height=100, 150x100", "width=300&height=300, 300x300"})
    void sizesAreOfTheWholePicture(String query, String size) {
        assertThat(hcti.read(image + "?" + query).size()).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x_2=50%",
                "x_1=50%&x_2=40%",
                "crop_width=10.5%",
                "aspect_ratio=1_1",
                "x_1=0&x_2=50%&crop_width=10%"
            })
    void whatIsNoPartOfThePictureIsRefused(String query) {
        RawGet.of(hcti, image + "?" + query).assertRefused(400);
        RawGet.of(hcti, image + ".jpg?" + query.replace("%", "%25")).assertRefused(400);
    }
}
