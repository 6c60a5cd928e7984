package io.renderyard.preview.words;

import static org.assertj.core.api.Assertions.assertThat;

import io.renderyard.preview.ink.Colour;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WordReaderTest {
    @ParameterizedTest
    @CsvSource({
        "a lighthouse on a cliff in fog at dusk, SEA, DUSK",
        "two foxes in a snowy pine forest at night, FOREST, NIGHT",
        "a cup of coffee on a wooden table in morning light, TABLE, GOLDEN",
        "a neon city street in the rain, STREET, NIGHT",
        "an astronaut on a red planet, PLANET, NIGHT",
        "a field of sunflowers under a blue sky, MEADOW, DAY",
        "castle on a mountain at sunset, MOUNTAINS, SUNSET",
        "a palm on a tropical beach at noon, BEACH, DAY",
        "three ships in the harbour, HARBOUR, DAY",
        "a canoe in the mountains, LAKE, DAY",
        "a camel between dunes, DESERT, DAY",
        "penguins on the ice, TUNDRA, DAY",
        "an octopus, UNDERWATER, DAY",
        "saturn and a comet, SPACE, NIGHT",
        "hot-air balloons, SKY, DAY",
        "a crown, STUDIO, DAY",
        "a cat in a bedroom at midnight, ROOM, NIGHT",
        "sunrise, MOUNTAINS, DAWN",
        "a stone bridge over a river, RIVER, DAY",
        "the mathematics of trust, ABSTRACT, DAY",
        "an abstract pattern of waves, ABSTRACT, DAY",
        "a bicycle with a basket of flowers beside a small house, MEADOW, DAY",
        "a bicycle, MEADOW, DAY",
        "a train at dusk, MEADOW, DUSK",
        "a car before a cottage, MEADOW, DAY",
        "a bicycle in a city street, STREET, DAY",
        "a car, STREET, DAY",
        "a black cat on an orange background, STUDIO, DAY",
        "a meadow with mountains in the background, MEADOW, DAY",
    })
    void wordsNameASceneAndAnHour(String words, Scene scene, Hour hour) {
        Reading reading = read(words);

        assertThat(reading.scene()).isEqualTo(scene);
        assertThat(reading.hour()).isEqualTo(hour);
    }

    @ParameterizedTest
    @CsvSource({
        "rain, RAIN",
        "a stormy sea with lightning, STORM",
        "a snowy hill, SNOW",
        "misty woods, FOG",
        "a windy day, WIND",
        "an overcast sky, CLOUDS",
        "a rainbow over a field, RAINBOW",
        "a sunny garden, CLEAR",
    })
    void wordsNameTheWeather(String words, Weather weather) {
        assertThat(read(words).weather()).contains(weather);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "three red boats; 3 BOAT #d8342c",
                "a red boat and a yellow car; 1 BOAT #d8342c, 1 CAR #f6cf2f",
                "the boat is red; 1 BOAT #d8342c",
                "a dozen birds; 12 BIRD",
                "a few sheep, many fish; 3 SHEEP, 12 FISH",
                "2 foxes; 2 FOX",
                "a pair of wolves; 2 WOLF",
                "four women and two children; 4 WOMAN, 2 CHILD",
                "a flock of gulls; 12 BIRD",
                "balloons; 4 BALLOON",
                "a hot air balloon; 1 HOT_AIR_BALLOON",
                "a cup of tea; 1 CUP",
                "cup after cup of coffee; 1 CUP",
                "99999 trees; 30 TREE",
                "a golden crown; 1 CROWN #e3b23c",
                "no cars, one bus; 1 BUS",
                "a street without people, a tram; 1 BUS",
                "a teal bicycle; 1 BICYCLE #178f90",
                "oranges and apples; 2 ORANGE, 2 APPLE",
                "a black cat on an orange background; 1 CAT #26262e",
                "a bicycle with a basket of flowers beside a small house; 1 BICYCLE, 5 FLOWER, 1 HOUSE",
                "a basket of apples; 2 APPLE",
                "a basket of fruit; 1 FRUIT",
            })
    void wordsNameThingsWithCountsAndColours(String words, String things) {
        assertThat(read(words).things().stream()
                        .map(each -> each.count() + " " + each.kind() + hex(each.colour()))
                        .collect(Collectors.joining(", ")))
                .isEqualTo(things);
    }

    private static String hex(@Nullable Colour colour) {
        return colour == null ? "" : " " + colour.hex();
    }

    @ParameterizedTest
    @EnumSource
    void everyKindIsFoundByEachOfItsNames(Kind kind) {
        for (String name : kind.names()) {
            assertThat(read("a " + name).things())
                    .as(name)
                    .extracting(Thing::kind)
                    .containsExactly(kind);
        }
    }

    @Test
    void aColourBeforeAPlaceIsThePlaces() {
        Reading reading = read("a green planet's moon, an astronaut on a purple planet under a pink sky");

        assertThat(reading.ground()).isEqualTo(ColourWords.ALL.get("purple"));
        assertThat(reading.sky()).isEqualTo(ColourWords.ALL.get("pink"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "a black cat on an orange background; orange",
                "a crown against a teal backdrop; teal",
                "a fox, the background is yellow; yellow",
                "a red boat on the sea with a hot pink background; hot pink",
                "white background, a shoe; white",
                "a red boat in the background;",
                "a cat in the background, a boat is red;",
                "no orange background, a cat;",
            })
    void aColourOfTheBackgroundIsNoThings(String words, @Nullable String colour) {
        assertThat(read(words).backdrop()).isEqualTo(colour == null ? null : ColourWords.ALL.get(colour));
    }

    @Test
    void unwantedThingsAndWeatherAreLeftOut() {
        Reading reading = WordReader.read("a rainy street with a car and a dog", "cars, rain");

        assertThat(reading.things()).extracting(Thing::kind).containsExactly(Kind.DOG);
        assertThat(reading.weather()).isEmpty();
    }

    @Test
    void starsFillTheSkyInsteadOfStandingAbout() {
        Reading reading = read("a tent under many stars");

        assertThat(reading.stars()).isTrue();
        assertThat(reading.hour()).isEqualTo(Hour.NIGHT);
        assertThat(reading.things()).extracting(Thing::kind).containsExactly(Kind.TENT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "\n\t", "...", "日本の詩", "🦊🦊", "\uD83E", "1234", "\0"})
    void wordsThatNameNothingAreAnAbstractPicture(String words) {
        Reading reading = read(words);

        assertThat(reading.scene()).isEqualTo(Scene.ABSTRACT);
        assertThat(reading.things()).isEmpty();
    }

    @Test
    void manyThingsAreFewerThanTheEyeCanCount() {
        StringBuilder words = new StringBuilder();
        for (Kind kind : Kind.values()) {
            words.append("hundreds of ")
                    .append(kind.names()[0].toUpperCase(Locale.ROOT))
                    .append("s, ");
        }

        assertThat(read(words.toString()).things()).hasSize(10);
    }

    private static Reading read(String words) {
        return WordReader.read(words, null);
    }
}
