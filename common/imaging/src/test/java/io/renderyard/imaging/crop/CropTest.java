package io.renderyard.imaging.crop;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CropTest {
    private static final int WIDTH = 600;
    private static final int HEIGHT = 400;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            aspect_ratio=1_1&crop_height=100%                                        | 0   | 0   | 400 | 400
            aspect_ratio=1_1&crop_height=100%&x_origin=center                        | 100 | 0   | 400 | 400
            aspect_ratio=1_1&crop_height=100%&x_origin=end                           | 200 | 0   | 400 | 400
            x_1=0&crop_width=33%                                                     | 0   | 0   | 198 | 400
            x_1=33%&x_2=66%                                                          | 198 | 0   | 198 | 400
            x_1=67%&crop_width=33%                                                   | 402 | 0   | 198 | 400
            x_1=-33%&crop_width=33%                                                  | 402 | 0   | 198 | 400
            aspect_ratio=16_9&crop_width=100%                                        | 0   | 0   | 600 | 338
            aspect_ratio=16_9&crop_width=100%&y_origin=center                        | 0   | 31  | 600 | 338
            aspect_ratio=16_9&crop_width=100%&y_origin=end                           | 0   | 62  | 600 | 338
            crop_width=50%&x_origin=center                                           | 150 | 0   | 300 | 400
            crop_width=200px&x_origin=end                                            | 400 | 0   | 200 | 400
            x_1=200                                                                  | 200 | 0   | 400 | 400
            y_1=10%                                                                  | 0   | 40  | 600 | 360
            x_1=100px&x_2=90%                                                        | 100 | 0   | 440 | 400
            x_1=120px&crop_width=50%&y_1=80px&crop_height=200px                      | 120 | 80  | 300 | 200
            crop_width=80%&x_origin=center&crop_height=300px&y_origin=end            | 60  | 100 | 480 | 300
            aspect_ratio=1_1&crop_height=80%&y_origin=center&x_origin=end            | 280 | 40  | 320 | 320
            aspect_ratio=16_9&crop_width=80%&x_origin=center&y_origin=center         | 60  | 65  | 480 | 270
            aspect_ratio=4_3&x_1=10%&x_2=60%                                         | 60  | 0   | 300 | 225
            aspect_ratio=4_3&y_1=50px&y_2=350px                                      | 0   | 50  | 400 | 300
            aspect_ratio=9_16&crop_height=100%&x_origin=center                       | 187 | 0   | 225 | 400
            aspect_ratio=1_1&crop_width=100%                                         | 0   | 0   | 400 | 400
            x_1=500&crop_width=200                                                   | 500 | 0   | 100 | 400
            x_1=-700&crop_width=200                                                  | 0   | 0   | 100 | 400
            x_1=10&x_2=-10                                                           | 10  | 0   | 580 | 400
            x_1=-60%&x_2=-10%                                                        | 240 | 0   | 300 | 400
            crop_width=900&x_origin=end                                              | 0   | 0   | 600 | 400
            aspect_ratio=1_1&crop_width=100%&x_origin=end                            | 200 | 0   | 400 | 400
            aspect_ratio=1_1&x_1=50                                                  | 50  | 0   | 400 | 400
            aspect_ratio=1_1&x_1=500&crop_width=200&y_origin=end                     | 500 | 300 | 100 | 100
            x_1=0px&y_1=0                                                            | 0   | 0   | 600 | 400
            x_origin=center                                                          | 0   | 0   | 600 | 400
            """)
    void keepsTheAreaOfTheContract(String query, int x, int y, int width, int height) {
        assertThat(crop(query)).isEqualTo(new Cropping.Area(x, y, width, height));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x_2=50%                                   | X_END
            x_1=50%&x_2=40%                           | X_END
            x_1=50&x_2=50                             | X_END
            x_1=-10&x_2=-20                           | X_END
            aspect_ratio=1_1                          | RATIO
            aspect_ratio=1_1&crop_width=50%&y_1=3     | RATIO
            aspect_ratio=0_1&crop_width=50%           | RATIO
            aspect_ratio=1000_1&crop_width=50%        | RATIO
            x_1=0&x_2=50%&crop_width=10%              | WIDTH
            crop_width=0                              | WIDTH
            crop_width=-5                             | WIDTH
            crop_height=0%                            | HEIGHT
            crop_height=101%                          | HEIGHT
            y_1=0%                                    | Y_START
            y_1=400                                   | Y_START
            y_1=100%                                  | Y_START
            y_1=300px&y_2=50%                         | Y_START
            y_1=5&y_origin=center                     | Y_ORIGIN
            x_1=5&crop_width=6&x_origin=end           | X_ORIGIN
            """)
    void refusesWhatContradictsItselfAndNamesTheValue(String query, Role role) {
        assertThat(crop(query)).isInstanceOfSatisfying(Cropping.Refused.class, refused -> {
            assertThat(refused.role()).isEqualTo(role);
            assertThat(refused.reason()).endsWith(".");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            x_2=50%                                   | X_END
            x_1=50%&x_2=40%                           | X_END
            x_1=0&x_2=50%&crop_width=10%              | WIDTH
            crop_width=0                              | WIDTH
            crop_height=101%                          | HEIGHT
            y_1=0%                                    | Y_START
            y_1=5&y_origin=center                     | Y_ORIGIN
            aspect_ratio=1_1                          | RATIO
            aspect_ratio=1_1&crop_width=50%&y_1=3     | RATIO
            aspect_ratio=0_1&crop_width=50%           | RATIO
            """)
    void whatIsWrongOnEveryPictureIsKnownWithoutOne(String query, Role role) {
        assertThat(parse(query).check())
                .hasValueSatisfying(refused -> assertThat(refused.role()).isEqualTo(role));
    }

    @ParameterizedTest
    @ValueSource(strings = {"x_1=600", "x_1=300px&x_2=50%", "x_1=-10&x_2=5", "aspect_ratio=1000_1&crop_width=50%"})
    void whatOnlyTheSizeCanTellPassesWithoutAPicture(String query) {
        assertThat(parse(query).check()).isEmpty();
    }

    @Test
    void aLengthIsWholePixelsOrWholePercent() {
        assertThat(Length.parse("12")).contains(new Length.Pixels(12));
        assertThat(Length.parse("12PX")).contains(new Length.Pixels(12));
        assertThat(Length.parse("-12%")).contains(new Length.Percent(-12));
        assertThat(Length.parse("10.5%")).isEmpty();
        assertThat(Length.parse("1e3")).isEmpty();
        assertThat(Length.parse("")).isEmpty();
        assertThat(Length.parse("99999999999")).isEmpty();
    }

    @Test
    void everyAreaLiesInsideThePicture() {
        String[] lengths = {"0", "1", "7", "-3", "999999999", "-999999999", "1%", "50%", "100%", "-100%"};
        for (String start : lengths) {
            for (String size : lengths) {
                for (String ratio : new String[] {"", "&aspect_ratio=3_7", "&aspect_ratio=999999999_1"}) {
                    for (int side : new int[] {1, 2, 7, 80_000}) {
                        inside(
                                parse("x_1=" + start + "&crop_width=" + size + ratio)
                                        .on(side, 5),
                                side);
                        inside(parse("x_1=" + start + "&x_2=" + size + ratio).on(side, 5), side);
                    }
                }
            }
        }
    }

    private static void inside(Cropping cropping, int width) {
        if (cropping instanceof Cropping.Area area) {
            assertThat(area.x()).isNotNegative();
            assertThat(area.y()).isNotNegative();
            assertThat(area.width()).isPositive();
            assertThat(area.height()).isPositive();
            assertThat(area.x() + area.width()).isLessThanOrEqualTo(width);
            assertThat(area.y() + area.height()).isLessThanOrEqualTo(5);
        }
    }

    private static Cropping crop(String query) {
        return parse(query.strip()).on(WIDTH, HEIGHT);
    }

    private static Crop parse(String query) {
        Map<String, String> values = new HashMap<>();
        for (String pair : query.split("&")) {
            int equals = pair.indexOf('=');
            values.put(pair.substring(0, equals), pair.substring(equals + 1));
        }
        String ratio = values.get("aspect_ratio");
        return new Crop(axis(values, "x", "crop_width"), axis(values, "y", "crop_height"), ratio(ratio));
    }

    private static @Nullable Ratio ratio(@Nullable String ratio) {
        if (ratio == null) {
            return null;
        }
        int between = ratio.indexOf('_');
        return new Ratio(Integer.parseInt(ratio.substring(0, between)), Integer.parseInt(ratio.substring(between + 1)));
    }

    private static Axis axis(Map<String, String> values, String name, String size) {
        String origin = values.get(name + "_origin");
        return new Axis(
                length(values.get(name + "_1")),
                length(values.get(name + "_2")),
                length(values.get(size)),
                origin == null ? null : Origin.valueOf(origin.toUpperCase(Locale.ROOT)));
    }

    private static @Nullable Length length(@Nullable String text) {
        return text == null ? null : Length.parse(text).orElseThrow();
    }
}
