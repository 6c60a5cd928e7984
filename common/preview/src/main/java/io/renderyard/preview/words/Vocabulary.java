package io.renderyard.preview.words;

import io.renderyard.preview.ink.Colour;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Every word and phrase that means something, in the singular. */
final class Vocabulary {
    /** Words of the longest phrase. */
    static final int LONGEST = 3;

    private static final Map<String, Meaning> WORDS = new HashMap<>();

    static {
        for (Kind kind : Kind.values()) {
            for (String name : kind.names()) {
                WORDS.put(name, new Meaning.Named(kind, name));
            }
        }
        ColourWords.ALL.forEach((name, colour) -> WORDS.put(name, new Meaning.Hue(colour)));
        scenes();
        hours();
        weathers();
        counts();
        moods();
        put(new Meaning.Cliff(), "cliff", "rocky coast", "headland", "promontory");
        put(new Meaning.Stars(), "star", "starry", "starlit", "milky way", "constellation", "starry sky");
        put(new Meaning.Copula(), "is", "are", "painted", "coloured", "colored", "dressed in");
        put(new Meaning.Backdrop(), "background", "backdrop");
        put(new Meaning.World(Colour.of(0xc1562f)), "on mars", "mars surface");
        put(
                new Meaning.World(Colour.of(0x9a9ca6)),
                "on the moon",
                "moon surface",
                "lunar",
                "lunar surface",
                "moonscape");
        put(new Meaning.World(Colour.of(0x7d6aa8)), "alien planet", "alien world", "alien landscape");
    }

    private Vocabulary() {}

    static @Nullable Meaning of(String phrase) {
        return WORDS.get(phrase);
    }

    private static void put(Meaning meaning, String... names) {
        for (String name : names) {
            WORDS.put(name, meaning);
        }
    }

    private static void place(Scene scene, String... names) {
        put(new Meaning.Place(scene), names);
    }

    private static void scenes() {
        place(Scene.SEA, "sea", "ocean", "wave", "seascape", "coast", "coastline", "seaside", "horizon", "bay");
        place(Scene.BEACH, "beach", "shore", "seashore", "island", "lagoon", "tropical island", "sandy beach");
        place(Scene.HARBOUR, "harbour", "harbor", "port", "marina", "pier", "dock", "quay");
        place(Scene.LAKE, "lake", "pond", "lakeside", "reservoir", "fjord");
        place(Scene.RIVER, "river", "stream", "creek", "brook", "canal");
        place(
                Scene.MOUNTAINS,
                "mountain",
                "peak",
                "alps",
                "summit",
                "mountainside",
                "mountain range",
                "hilltop",
                "canyon",
                "valley");
        place(
                Scene.FOREST,
                "forest",
                "wood",
                "woods",
                "woodland",
                "jungle",
                "rainforest",
                "grove",
                "pine forest",
                "autumn forest");
        place(
                Scene.CITY,
                "city",
                "skyline",
                "cityscape",
                "downtown",
                "metropolis",
                "town",
                "urban",
                "rooftop",
                "building");
        place(Scene.STREET, "street", "road", "alley", "avenue", "highway", "boulevard", "city street", "sidewalk");
        place(Scene.DESERT, "desert", "dune", "sahara", "sand dune", "savanna", "savannah", "wasteland", "oasis");
        place(
                Scene.MEADOW,
                "meadow",
                "field",
                "garden",
                "grass",
                "hill",
                "hillside",
                "park",
                "countryside",
                "prairie",
                "pasture",
                "lawn",
                "vineyard",
                "landscape",
                "spring meadow",
                "nature",
                "backyard",
                "village");
        place(
                Scene.ROOM,
                "room",
                "interior",
                "living room",
                "bedroom",
                "office",
                "kitchen",
                "library",
                "studio apartment",
                "window",
                "cafe",
                "restaurant",
                "classroom",
                "house interior",
                "workshop",
                "hall");
        place(Scene.TABLE, "table", "desk", "wooden table", "shelf", "tabletop", "counter", "still life", "windowsill");
        place(
                Scene.SPACE,
                "space",
                "galaxy",
                "universe",
                "cosmos",
                "nebula",
                "outer space",
                "orbit",
                "deep space",
                "solar system");
        place(Scene.SKY, "sky", "cloud", "clouds above", "heaven", "above the cloud", "air");
        place(
                Scene.TUNDRA,
                "arctic",
                "antarctica",
                "iceberg",
                "ice",
                "glacier",
                "tundra",
                "north pole",
                "winter landscape",
                "winter wonderland",
                "snowy landscape",
                "snowfield");
        place(
                Scene.UNDERWATER,
                "underwater",
                "under the sea",
                "coral reef",
                "seabed",
                "ocean floor",
                "aquarium",
                "deep sea",
                "bottom of the sea");
        place(
                Scene.STUDIO,
                "studio",
                "portrait",
                "product photo",
                "product shot",
                "product",
                "plain background",
                "plain backdrop",
                "logo",
                "icon",
                "closeup",
                "close up",
                "headshot");
        place(Scene.ABSTRACT, "abstract", "pattern", "texture", "geometric");
    }

    private static void hours() {
        put(new Meaning.Time(Hour.DAWN), "dawn", "sunrise", "daybreak", "early morning", "first light");
        put(
                new Meaning.Time(Hour.DAY),
                "day",
                "noon",
                "midday",
                "daytime",
                "daylight",
                "afternoon",
                "summer day",
                "summer");
        put(
                new Meaning.Time(Hour.GOLDEN),
                "golden hour",
                "golden light",
                "morning light",
                "morning",
                "warm light",
                "late afternoon",
                "evening light",
                "sunlight",
                "autumn");
        put(new Meaning.Time(Hour.SUNSET), "sunset", "sundown", "evening", "setting sun", "evening sky");
        put(new Meaning.Time(Hour.DUSK), "dusk", "twilight", "nightfall", "blue hour", "gloaming");
        put(
                new Meaning.Time(Hour.NIGHT),
                "night",
                "midnight",
                "nighttime",
                "moonlight",
                "moonlit",
                "nocturnal",
                "night sky",
                "halloween");
    }

    private static void weathers() {
        put(new Meaning.Air(Weather.CLEAR), "clear", "sunny", "cloudless", "clear sky", "bright day");
        put(new Meaning.Air(Weather.CLOUDS), "cloudy", "overcast", "grey sky", "gray sky", "gloomy", "cloudy sky");
        put(new Meaning.Air(Weather.RAIN), "rain", "rainy", "raining", "drizzle", "shower", "rainfall", "downpour");
        put(
                new Meaning.Air(Weather.STORM),
                "storm",
                "stormy",
                "thunderstorm",
                "lightning",
                "thunder",
                "tempest",
                "hurricane");
        put(
                new Meaning.Air(Weather.SNOW),
                "snow",
                "snowy",
                "snowing",
                "snowfall",
                "blizzard",
                "winter",
                "snow covered",
                "wintry",
                "frozen",
                "christmas",
                "frosty");
        put(new Meaning.Air(Weather.FOG), "fog", "foggy", "mist", "misty", "haze", "hazy", "smoke", "smoky");
        put(new Meaning.Air(Weather.WIND), "wind", "windy", "breeze", "breezy", "gust");
        put(new Meaning.Air(Weather.RAINBOW), "rainbow");
    }

    private static void counts() {
        String[] numbers = {
            "no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"
        };
        for (int i = 0; i < numbers.length; i++) {
            put(new Meaning.Count(i), numbers[i]);
        }
        put(new Meaning.Count(20), "twenty");
        put(new Meaning.Count(30), "thirty", "forty", "fifty");
        put(new Meaning.Count(0), "without", "not", "never", "without any", "zero", "minus");
        put(new Meaning.Count(1), "a", "an", "single", "lone", "lonely");
        put(new Meaning.Count(2), "couple", "pair", "a couple of", "a pair of", "both", "a pair");
        put(new Meaning.Count(3), "few", "a few", "trio");
        put(new Meaning.Count(5), "several", "some", "row of", "a row of", "handful");
        put(
                new Meaning.Count(12),
                "dozen",
                "a dozen",
                "many",
                "flock of",
                "a flock of",
                "herd of",
                "a herd of",
                "school of",
                "a school of",
                "fleet of",
                "a fleet of",
                "lot of",
                "lots of",
                "plenty of",
                "bunch of",
                "group of",
                "a group of",
                "crowd of",
                "a bunch of");
        put(
                new Meaning.Count(20),
                "countless",
                "hundreds of",
                "hundred",
                "thousand",
                "thousands of",
                "swarm of",
                "a swarm of",
                "field of",
                "a field of",
                "fields of",
                "sea of",
                "a sea of",
                "full of",
                "filled with",
                "myriad",
                "endless");
    }

    private static void moods() {
        put(new Meaning.Feeling(Mood.PASTEL), "pastel", "soft colours", "soft colors", "dreamy", "gentle", "cute");
        put(new Meaning.Feeling(Mood.NEON), "neon", "cyberpunk", "glowing", "vibrant", "fluorescent", "synthwave");
        put(
                new Meaning.Feeling(Mood.GREY),
                "monochrome",
                "black and white",
                "greyscale",
                "grayscale",
                "sad",
                "lonely mood");
        put(
                new Meaning.Feeling(Mood.DARK),
                "dark",
                "moody",
                "spooky",
                "scary",
                "haunted",
                "gothic",
                "dramatic",
                "ominous");
        put(new Meaning.Feeling(Mood.WARM), "warm", "cozy", "cosy", "autumnal", "happy", "joyful", "fall colors");
        put(new Meaning.Feeling(Mood.COLD), "cold", "icy", "calm", "serene", "chilly");
    }
}
