package io.renderyard.preview.words;

import static io.renderyard.preview.words.Habitat.AFLOAT;
import static io.renderyard.preview.words.Habitat.AIR;
import static io.renderyard.preview.words.Habitat.GROUND;
import static io.renderyard.preview.words.Habitat.HEAVENS;
import static io.renderyard.preview.words.Habitat.LANDMARK;
import static io.renderyard.preview.words.Habitat.SUNKEN;

import org.jspecify.annotations.Nullable;

/** What can be drawn: where it belongs, how high it stands in the picture, and how wide it is for its height. */
public enum Kind {
    LIGHTHOUSE(LANDMARK, Scene.SEA, 0.5, 0.42, "lighthouse|beacon"),
    HOUSE(LANDMARK, Scene.MEADOW, 0.26, 1.1, "house|home|cottage|farmhouse|barn|farm|villa|mansion"),
    CABIN(LANDMARK, Scene.FOREST, 0.24, 1.25, "cabin|hut|lodge|chalet|shack"),
    CASTLE(LANDMARK, Scene.MOUNTAINS, 0.46, 1.05, "castle|fortress|palace|citadel"),
    CHURCH(LANDMARK, Scene.MEADOW, 0.4, 0.85, "church|chapel|cathedral"),
    TOWER(LANDMARK, Scene.MEADOW, 0.5, 0.34, "tower|watchtower"),
    SKYSCRAPER(LANDMARK, Scene.CITY, 0.6, 0.3, "skyscraper|office building|highrise"),
    TEMPLE(LANDMARK, Scene.MOUNTAINS, 0.34, 1.1, "pagoda|temple|shrine"),
    BRIDGE(LANDMARK, Scene.RIVER, 0.24, 2.7, "bridge|viaduct|aqueduct"),
    WINDMILL(LANDMARK, Scene.MEADOW, 0.44, 0.85, "windmill|mill"),
    TURBINE(LANDMARK, Scene.MEADOW, 0.46, 0.55, "wind turbine|turbine"),
    PYRAMID(LANDMARK, Scene.DESERT, 0.32, 1.7, "pyramid"),
    VOLCANO(LANDMARK, Scene.MOUNTAINS, 0.46, 1.8, "volcano"),
    WATERFALL(LANDMARK, Scene.RIVER, 0.46, 0.8, "waterfall|cascade"),
    BOAT(AFLOAT, Scene.SEA, 0.12, 2.1, "boat|rowboat|canoe|kayak|dinghy|gondola|raft"),
    SAILBOAT(AFLOAT, Scene.SEA, 0.27, 0.85, "sailboat|sailing boat|sailing ship|yacht|sail|catamaran"),
    SHIP(AFLOAT, Scene.SEA, 0.25, 1.7, "ship|ferry|cruise ship|steamer|vessel|freighter|tanker|submarine|pirate ship"),
    WHALE(AFLOAT, Scene.SEA, 0.2, 2.1, "whale|orca"),
    DOLPHIN(AFLOAT, Scene.SEA, 0.17, 1.5, "dolphin|porpoise"),
    DUCK(AFLOAT, Scene.LAKE, 0.12, 1.2, "duck|swan|goose|duckling"),
    FISH(SUNKEN, Scene.UNDERWATER, 0.11, 1.65, "fish|goldfish|koi|clownfish|salmon|trout"),
    SHARK(SUNKEN, Scene.UNDERWATER, 0.17, 2.2, "shark"),
    JELLYFISH(SUNKEN, Scene.UNDERWATER, 0.24, 0.7, "jellyfish|medusa"),
    OCTOPUS(SUNKEN, Scene.UNDERWATER, 0.24, 1.1, "octopus|squid|kraken"),
    TURTLE(SUNKEN, Scene.UNDERWATER, 0.15, 1.6, "turtle|tortoise"),
    CORAL(SUNKEN, Scene.UNDERWATER, 0.2, 1.0, "coral|seaweed|kelp|reef"),
    BIRD(
            AIR,
            null,
            0.05,
            2.1,
            "bird|gull|seagull|swallow|crow|raven|dove|pigeon|eagle|hawk|falcon|sparrow|stork|crane|bat"),
    BUTTERFLY(AIR, Scene.MEADOW, 0.11, 1.2, "butterfly|moth|dragonfly|bee|ladybug|ladybird"),
    BALLOON(AIR, null, 0.19, 0.55, "balloon"),
    HOT_AIR_BALLOON(AIR, Scene.SKY, 0.3, 0.75, "hot air balloon|hotair balloon"),
    AIRSHIP(AIR, Scene.SKY, 0.16, 2.4, "airship|zeppelin|blimp"),
    KITE(AIR, Scene.MEADOW, 0.22, 0.7, "kite"),
    PLANE(AIR, Scene.SKY, 0.11, 2.6, "plane|airplane|aeroplane|aircraft|jet|airliner|glider"),
    HELICOPTER(AIR, Scene.SKY, 0.13, 2.0, "helicopter|drone|quadcopter"),
    ROCKET(AIR, Scene.SPACE, 0.38, 0.42, "rocket|spaceship|spacecraft|space shuttle|starship"),
    SATELLITE(AIR, Scene.SPACE, 0.13, 2.3, "satellite|space station"),
    UFO(AIR, Scene.SPACE, 0.14, 1.9, "ufo|flying saucer|saucer|alien ship"),
    DRAGON(AIR, Scene.MOUNTAINS, 0.3, 1.5, "dragon|wyvern|phoenix|griffin"),
    MOON(HEAVENS, null, 0.15, 1.0, "moon|full moon|crescent moon|crescent"),
    SUN(HEAVENS, null, 0.15, 1.0, "sun"),
    PLANET(HEAVENS, Scene.SPACE, 0.3, 1.5, "planet|saturn|jupiter|mars|earth|globe"),
    COMET(HEAVENS, null, 0.16, 1.7, "comet|meteor|shooting star|asteroid|meteorite"),
    TREE(GROUND, Scene.MEADOW, 0.38, 0.85, "tree|oak|maple|birch|willow|apple tree|cherry tree|cherry blossom|blossom"),
    PINE(GROUND, Scene.FOREST, 0.42, 0.5, "pine|fir|spruce|pine tree|fir tree|conifer|cedar|christmas tree"),
    PALM(GROUND, Scene.BEACH, 0.44, 0.75, "palm|palm tree|coconut tree"),
    CACTUS(GROUND, Scene.DESERT, 0.27, 0.7, "cactus|cactuses|cacti"),
    FLOWER(GROUND, Scene.MEADOW, 0.16, 0.55, "flower|daisy|wildflower|poppy|lily|lavender|orchid|iris|dandelion"),
    ROSE(GROUND, null, 0.22, 0.5, "rose|peony"),
    TULIP(GROUND, Scene.MEADOW, 0.18, 0.45, "tulip|crocus|daffodil"),
    SUNFLOWER(GROUND, Scene.MEADOW, 0.28, 0.5, "sunflower"),
    MUSHROOM(GROUND, Scene.FOREST, 0.14, 0.95, "mushroom|toadstool|fungus"),
    ROCK(GROUND, null, 0.1, 1.5, "rock|stones|boulder|pebble"),
    PERSON(
            GROUND,
            null,
            0.31,
            0.36,
            "person|man|boy|guy|traveler|traveller|hiker|farmer|fisherman|soldier|king|wizard|knight|monk|"
                    + "samurai|chef|artist|runner|dancer|musician|doctor|teacher|worker|human|figure|father|dad|businessman"),
    WOMAN(GROUND, null, 0.31, 0.4, "woman|girl|lady|queen|princess|witch|bride|mother|mom|ballerina|businesswoman"),
    CHILD(GROUND, null, 0.21, 0.42, "child|kid|baby|toddler"),
    ASTRONAUT(GROUND, Scene.PLANET, 0.32, 0.55, "astronaut|cosmonaut|spaceman"),
    ROBOT(GROUND, null, 0.3, 0.62, "robot|android|cyborg|droid"),
    SNOWMAN(GROUND, Scene.TUNDRA, 0.25, 0.62, "snowman"),
    CAT(GROUND, null, 0.18, 0.8, "cat|kitten|kitty"),
    DOG(GROUND, null, 0.19, 1.05, "dog|puppy|husky|corgi|retriever|dachshund"),
    FOX(GROUND, Scene.FOREST, 0.17, 1.35, "fox|coyote|jackal"),
    WOLF(GROUND, Scene.FOREST, 0.2, 1.3, "wolf"),
    BEAR(GROUND, Scene.FOREST, 0.26, 1.15, "bear|polar bear|grizzly|panda|teddy bear|teddy"),
    HORSE(GROUND, Scene.MEADOW, 0.27, 1.2, "horse|pony|stallion|unicorn|donkey|zebra"),
    COW(GROUND, Scene.MEADOW, 0.2, 1.45, "cow|bull|ox|cattle|bison|buffalo"),
    SHEEP(GROUND, Scene.MEADOW, 0.15, 1.25, "sheep|lamb|goat"),
    DEER(GROUND, Scene.FOREST, 0.3, 0.95, "deer|stag|elk|moose|reindeer|antelope|gazelle"),
    ELEPHANT(GROUND, Scene.DESERT, 0.31, 1.3, "elephant|mammoth"),
    GIRAFFE(GROUND, Scene.DESERT, 0.46, 0.7, "giraffe"),
    LION(GROUND, Scene.DESERT, 0.22, 1.35, "lion|tiger|leopard|cheetah|panther"),
    CAMEL(GROUND, Scene.DESERT, 0.27, 1.15, "camel|dromedary|llama|alpaca"),
    RABBIT(GROUND, Scene.MEADOW, 0.14, 0.85, "rabbit|bunny|hare"),
    OWL(GROUND, Scene.FOREST, 0.17, 0.7, "owl"),
    PENGUIN(GROUND, Scene.TUNDRA, 0.19, 0.6, "penguin"),
    HEN(GROUND, Scene.MEADOW, 0.12, 1.1, "hen|chicken|rooster|parrot|turkey|peacock"),
    FROG(GROUND, Scene.LAKE, 0.11, 1.2, "frog|toad"),
    SNAIL(GROUND, Scene.MEADOW, 0.1, 1.5, "snail|slug"),
    DINOSAUR(GROUND, Scene.FOREST, 0.36, 1.3, "dinosaur|brontosaurus|tyrannosaurus|trex"),
    CAR(GROUND, Scene.STREET, 0.15, 2.2, "car|taxi|cab|automobile|sports car|convertible|vehicle|jeep"),
    TRUCK(GROUND, Scene.STREET, 0.2, 1.9, "truck|van|lorry|camper|ambulance"),
    BUS(GROUND, Scene.STREET, 0.2, 2.1, "bus|tram|streetcar|trolley"),
    TRAIN(GROUND, Scene.MEADOW, 0.17, 2.9, "train|locomotive|steam train|railway"),
    BICYCLE(GROUND, Scene.MEADOW, 0.17, 1.55, "bicycle|bike|cyclist|motorcycle|motorbike|scooter"),
    LAMP_POST(GROUND, null, 0.36, 0.32, "street lamp|streetlamp|lamppost|lamp post|street light|streetlight|lantern"),
    BENCH(GROUND, null, 0.12, 1.9, "bench"),
    TENT(GROUND, Scene.FOREST, 0.19, 1.45, "tent|teepee|yurt"),
    CAMPFIRE(GROUND, Scene.FOREST, 0.15, 0.95, "campfire|bonfire|fire|fireplace|flame"),
    UMBRELLA(GROUND, null, 0.26, 0.95, "umbrella|parasol|beach umbrella"),
    PUMPKIN(GROUND, null, 0.13, 1.2, "pumpkin|jack o lantern"),
    GHOST(GROUND, null, 0.22, 0.75, "ghost|spirit|phantom"),
    FENCE(GROUND, Scene.MEADOW, 0.1, 2.6, "fence|gate"),
    CUP(
            Habitat.TABLE,
            Scene.TABLE,
            0.2,
            1.05,
            "cup|mug|coffee|tea|espresso|cappuccino|latte|cocoa|hot chocolate|teacup"),
    BOOK(Habitat.TABLE, Scene.TABLE, 0.19, 2.0, "book|notebook|novel|open book|diary|journal|magazine"),
    LAMP(Habitat.TABLE, Scene.TABLE, 0.38, 0.6, "lamp|desk lamp|table lamp"),
    CANDLE(Habitat.TABLE, Scene.TABLE, 0.25, 0.35, "candle"),
    CAKE(Habitat.TABLE, Scene.TABLE, 0.24, 1.1, "cake|birthday cake|cupcake|pie|muffin"),
    PIZZA(Habitat.TABLE, Scene.TABLE, 0.16, 1.9, "pizza|pancake|pancakes"),
    BURGER(Habitat.TABLE, Scene.TABLE, 0.19, 1.2, "burger|hamburger|sandwich|cheeseburger"),
    ICE_CREAM(Habitat.TABLE, Scene.TABLE, 0.27, 0.5, "ice cream|icecream|gelato|sundae"),
    APPLE(Habitat.TABLE, Scene.TABLE, 0.15, 0.95, "apple|peach|cherry|tomato|strawberry|pomegranate"),
    ORANGE(Habitat.TABLE, Scene.TABLE, 0.13, 1.0, "orange fruit|oranges|tangerine|lemon|lime|grapefruit"),
    PEAR(Habitat.TABLE, Scene.TABLE, 0.17, 0.7, "pear|avocado"),
    FRUIT(
            Habitat.TABLE,
            Scene.TABLE,
            0.2,
            1.5,
            "fruit|fruits|fruit bowl|bowl|bowl of fruit|fruit basket|basket of fruit|grapes"),
    BOTTLE(Habitat.TABLE, Scene.TABLE, 0.36, 0.3, "bottle|wine|perfume|wine bottle|potion|flask"),
    GLASS(Habitat.TABLE, Scene.TABLE, 0.26, 0.5, "glass|wine glass|cocktail|juice|lemonade|drink|champagne|beer"),
    VASE(Habitat.TABLE, Scene.TABLE, 0.36, 0.65, "vase|bouquet|pot|potted plant|plant|houseplant"),
    LAPTOP(Habitat.TABLE, Scene.TABLE, 0.26, 1.5, "laptop|computer|notebook computer|screen|monitor"),
    PHONE(Habitat.TABLE, Scene.STUDIO, 0.32, 0.52, "phone|smartphone|mobile|cellphone|tablet"),
    CAMERA(Habitat.TABLE, Scene.TABLE, 0.19, 1.4, "camera"),
    HEADPHONES(Habitat.TABLE, Scene.STUDIO, 0.28, 0.95, "headphones|headphone|headset|earphones"),
    CLOCK(Habitat.TABLE, Scene.TABLE, 0.24, 0.95, "clock|alarm clock|watch|wristwatch|stopwatch|timer"),
    GUITAR(Habitat.TABLE, Scene.ROOM, 0.5, 0.42, "guitar|violin|cello|ukulele"),
    PIANO(Habitat.TABLE, Scene.ROOM, 0.3, 1.4, "piano|keyboard|organ"),
    CHAIR(Habitat.TABLE, Scene.ROOM, 0.34, 0.75, "chair|armchair|sofa|couch|throne|stool"),
    GIFT(Habitat.TABLE, Scene.TABLE, 0.2, 1.05, "gift|present|parcel|box|package|treasure"),
    CROWN(Habitat.TABLE, Scene.STUDIO, 0.19, 1.35, "crown|tiara"),
    HEART(Habitat.TABLE, Scene.STUDIO, 0.25, 1.1, "heart|love|valentine"),
    STAR(Habitat.TABLE, Scene.STUDIO, 0.24, 1.05, "golden star|gold star|star shape|starfish"),
    GEM(Habitat.TABLE, Scene.STUDIO, 0.22, 1.2, "gem|diamond|jewel|crystal|ruby|emerald|sapphire"),
    TROPHY(Habitat.TABLE, Scene.STUDIO, 0.3, 0.85, "trophy|medal|award|chalice|goblet"),
    SHOE(Habitat.TABLE, Scene.STUDIO, 0.17, 1.9, "shoe|sneaker|boot|sneakers|trainers"),
    BALL(Habitat.TABLE, null, 0.15, 1.0, "ball|football|basketball|soccer ball|beach ball|sphere"),
    BULB(Habitat.TABLE, Scene.STUDIO, 0.3, 0.62, "light bulb|lightbulb|bulb|idea"),
    KEY(Habitat.TABLE, Scene.STUDIO, 0.13, 2.2, "key"),
    HAT(Habitat.TABLE, Scene.STUDIO, 0.16, 1.7, "hat|cap|top hat|fedora"),
    GLASSES(Habitat.TABLE, Scene.STUDIO, 0.11, 2.4, "glasses|sunglasses|spectacles|goggles");

    private final Habitat habitat;
    private final @Nullable Scene home;
    private final double height;
    private final double aspect;
    private final String names;

    Kind(Habitat habitat, @Nullable Scene home, double height, double aspect, String names) {
        this.habitat = habitat;
        this.home = home;
        this.height = height;
        this.aspect = aspect;
        this.names = names;
    }

    public Habitat habitat() {
        return habitat;
    }

    /** The scene it suggests when none is named. */
    @Nullable
    Scene home() {
        return home;
    }

    /** Share of the picture's unit when it stands in front. */
    public double height() {
        return height;
    }

    /** Width by height. */
    public double aspect() {
        return aspect;
    }

    /** All names in the singular, or the plural where there is no other. */
    String[] names() {
        return names.split("\\|");
    }
}
