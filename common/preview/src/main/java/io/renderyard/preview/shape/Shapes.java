package io.renderyard.preview.shape;

import io.renderyard.preview.ink.Pen;
import io.renderyard.preview.words.Kind;

/** The drawing of each kind of thing. */
public final class Shapes {
    private Shapes() {}

    /** Draws it 100 units high, standing on the origin. */
    public static void draw(Kind kind, Pen pen, Look look) {
        of(kind).draw(pen, look);
    }

    private static Shape of(Kind kind) {
        return switch (kind) {
            case LIGHTHOUSE -> Buildings::lighthouse;
            case HOUSE -> Buildings::house;
            case CABIN -> Buildings::cabin;
            case CASTLE -> Castle::draw;
            case CHURCH -> Buildings::church;
            case TOWER -> Buildings::tower;
            case SKYSCRAPER -> Buildings::skyscraper;
            case TEMPLE -> Buildings::temple;
            case BRIDGE -> Landmarks::bridge;
            case WINDMILL -> Landmarks::windmill;
            case TURBINE -> Landmarks::turbine;
            case PYRAMID -> Landmarks::pyramid;
            case VOLCANO -> Landmarks::volcano;
            case WATERFALL -> Landmarks::waterfall;
            case FENCE -> Landmarks::fence;
            case ROCK -> Landmarks::rock;
            case BOAT -> Boats::boat;
            case SAILBOAT -> Boats::sailboat;
            case SHIP -> Boats::ship;
            case WHALE -> SeaLife::whale;
            case DOLPHIN -> SeaLife::dolphin;
            case DUCK -> SeaLife::duck;
            case FISH -> SeaLife::fish;
            case SHARK -> SeaLife::shark;
            case JELLYFISH -> SeaLife::jellyfish;
            case OCTOPUS -> SeaLife::octopus;
            case TURTLE -> SeaLife::turtle;
            case CORAL -> SeaLife::coral;
            case FROG -> SeaLife::frog;
            case SNAIL -> SeaLife::snail;
            case BIRD -> Flyers::bird;
            case BUTTERFLY -> Flyers::butterfly;
            case DRAGON -> Flyers::dragon;
            case OWL -> Flyers::owl;
            case PENGUIN -> Flyers::penguin;
            case HEN -> Flyers::hen;
            case BALLOON -> Aircraft::balloon;
            case HOT_AIR_BALLOON -> Aircraft::hotAir;
            case AIRSHIP -> Aircraft::airship;
            case KITE -> Aircraft::kite;
            case PLANE -> Aircraft::plane;
            case HELICOPTER -> Aircraft::helicopter;
            case ROCKET -> Aircraft::rocket;
            case SATELLITE -> Aircraft::satellite;
            case UFO -> Aircraft::ufo;
            case MOON -> Heavens::moon;
            case SUN -> Heavens::sun;
            case PLANET -> Heavens::planet;
            case COMET -> Heavens::comet;
            case TREE -> Trees::tree;
            case PINE -> Trees::pine;
            case PALM -> Trees::palm;
            case CACTUS -> Trees::cactus;
            case MUSHROOM -> Trees::mushroom;
            case FLOWER -> Flowers::flower;
            case ROSE -> Flowers::rose;
            case TULIP -> Flowers::tulip;
            case SUNFLOWER -> Flowers::sunflower;
            case VASE -> Flowers::vase;
            case PERSON -> People::man;
            case WOMAN -> People::woman;
            case CHILD -> People::child;
            case ASTRONAUT -> People::astronaut;
            case ROBOT -> People::robot;
            case SNOWMAN -> People::snowman;
            case GHOST -> People::ghost;
            case CAT -> Pets::cat;
            case DOG -> Pets::dog;
            case FOX -> Pets::fox;
            case WOLF -> Pets::wolf;
            case BEAR -> Pets::bear;
            case RABBIT -> Pets::rabbit;
            case HORSE -> Grazers::horse;
            case COW -> Grazers::cow;
            case SHEEP -> Grazers::sheep;
            case DEER -> Grazers::deer;
            case ELEPHANT -> Grazers::elephant;
            case GIRAFFE -> Grazers::giraffe;
            case LION -> Grazers::lion;
            case CAMEL -> Grazers::camel;
            case DINOSAUR -> Grazers::dinosaur;
            case CAR -> Vehicles::car;
            case TRUCK -> Vehicles::truck;
            case BUS -> Vehicles::bus;
            case TRAIN -> Vehicles::train;
            case BICYCLE -> Vehicles::bicycle;
            case LAMP_POST -> Outdoors::lampPost;
            case BENCH -> Outdoors::bench;
            case TENT -> Outdoors::tent;
            case CAMPFIRE -> Outdoors::campfire;
            case UMBRELLA -> Outdoors::umbrella;
            case PUMPKIN -> Outdoors::pumpkin;
            case CUP -> Tableware::cup;
            case BOOK -> Tableware::book;
            case LAMP -> Tableware::lamp;
            case CANDLE -> Tableware::candle;
            case BOTTLE -> Tableware::bottle;
            case GLASS -> Tableware::glass;
            case CLOCK -> Tableware::clock;
            case GIFT -> Tableware::gift;
            case CAKE -> Food::cake;
            case PIZZA -> Food::pizza;
            case BURGER -> Food::burger;
            case ICE_CREAM -> Food::iceCream;
            case APPLE -> Food::apple;
            case ORANGE -> Food::orange;
            case PEAR -> Food::pear;
            case FRUIT -> Food::fruit;
            case LAPTOP -> Devices::laptop;
            case PHONE -> Devices::phone;
            case CAMERA -> Devices::camera;
            case HEADPHONES -> Devices::headphones;
            case GUITAR -> Devices::guitar;
            case PIANO -> Devices::piano;
            case CHAIR -> Devices::chair;
            case BULB -> Devices::bulb;
            case CROWN -> Keepsakes::crown;
            case HEART -> Keepsakes::heart;
            case STAR -> Keepsakes::star;
            case GEM -> Keepsakes::gem;
            case TROPHY -> Keepsakes::trophy;
            case SHOE -> Keepsakes::shoe;
            case BALL -> Keepsakes::ball;
            case KEY -> Keepsakes::key;
            case HAT -> Keepsakes::hat;
            case GLASSES -> Keepsakes::glasses;
        };
    }
}
